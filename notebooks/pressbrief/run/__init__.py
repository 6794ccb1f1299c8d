"""The run: parameters and topic in, the sections' notebooks through papermill, an edition out."""
