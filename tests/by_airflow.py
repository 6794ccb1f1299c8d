"""Airflow's PapermillOperator, its class run directly: `python by_airflow.py IN OUT JSON`."""

import json
import sys

from airflow.providers.papermill.operators.papermill import PapermillOperator

if __name__ == "__main__":
    given, made, told = sys.argv[1:]
    operator = PapermillOperator(
        task_id="briefing", input_nb=given, output_nb=made, parameters=json.loads(told),
        kernel_name="python3", log_output=True,
    )  # fmt: skip
    operator.execute({})
