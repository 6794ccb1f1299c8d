"""A job of jupyter-scheduler, run and handed over: `python by_jupyter_scheduler.py FILE JSON`.

FILE is a notebook below the working folder, which is the server's root; prints how the job ended.
"""

import asyncio
import json
import multiprocessing
import sys
import time
from pathlib import Path

from jupyter_scheduler.environments import StaticEnvironmentManager
from jupyter_scheduler.job_files_manager import JobFilesManager
from jupyter_scheduler.models import CreateJob
from jupyter_scheduler.orm import create_tables
from jupyter_scheduler.scheduler import Scheduler

SECONDS = 600

if __name__ == "__main__":
    file, told = Path(sys.argv[1]), json.loads(sys.argv[2])
    root = Path.cwd()
    where = f"sqlite:///{root / 'jobs.sqlite'}"
    create_tables(where)
    scheduler = Scheduler(
        root_dir=str(root), environments_manager=StaticEnvironmentManager(), db_url=where
    )
    scheduler.staging_path = str(root / "staging")
    # A parameter is pasted as it is, as what somebody types into the form is.
    wanted = CreateJob(
        name="briefing", input_uri=file.as_posix(), input_filename=file.name, output_formats=[],
        runtime_environment_name="", parameters=told, package_input_folder=True,
    )  # fmt: skip
    id_, end = scheduler.create_job(wanted), time.monotonic() + SECONDS
    while (job := scheduler.get_job(id_, False)).status not in ("COMPLETED", "FAILED"):
        if time.monotonic() > end:
            sys.exit("the job did not end")
        time.sleep(0.5)
    print(job.status.value, job.status_message or "")
    asyncio.run(JobFilesManager(scheduler).copy_from_staging(id_))
    for copying in multiprocessing.active_children():
        copying.join()
