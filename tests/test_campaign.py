"""A short form of the fault campaign; `python tests/campaign.py` is the full one."""

from __future__ import annotations

import os

import pytest

from campaign import Campaign


@pytest.fixture
def campaign(tmp_path):
    """A campaign whose trials must have found nothing wrong."""
    made = Campaign(tmp_path)
    yield made
    assert made.faults == []
    assert any("checked" in name for name in made.counts)


def test_runs_that_are_killed_leave_nothing_half_and_the_next_one_is_whole(campaign):
    campaign.kills(2)


@pytest.mark.parametrize("again", [0, 1], ids=["a new edition", "an edition made again"])
def test_kills_between_the_last_writes(again, campaign):
    campaign.kills_of_the_finish(range(again, 60, 10))


def test_a_kernel_that_is_killed_costs_its_section_until_the_next_run(campaign):
    campaign.kernels((3,))


@pytest.mark.skipif(os.name != "posix", reason="Windows suspends no process")
def test_a_kernel_that_hangs_runs_out_of_time(campaign):
    campaign.hung()


def test_disks_that_are_full(campaign):
    campaign.disks((64,), ("data",))
    if any("skipped" in name for name in campaign.counts):
        campaign.check("nothing", "")
        pytest.skip("only root mounts a disk to fill")


def test_two_runs_at_once(campaign):
    campaign.crowds((2,))


def test_forked_and_started_kernels_and_kept_answers_make_the_same_edition(campaign):
    campaign.ways()


def test_a_clock_that_goes_forward_and_back(campaign):
    campaign.clocks()
