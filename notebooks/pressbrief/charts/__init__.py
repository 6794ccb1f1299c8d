"""Tables → figures: each a finding as title, SVG, alt text and the data that was plotted.

Every chart answers None where there is nothing to draw.
"""

from pressbrief.charts.course_chart import course
from pressbrief.charts.coverage_chart import coverage
from pressbrief.charts.mention_chart import mentions
from pressbrief.charts.rate_chart import mention_rate
from pressbrief.charts.stance_chart import stance
from pressbrief.charts.stance_course import stance_course
from pressbrief.charts.stance_holders import holders
from pressbrief.charts.stressed_chart import stressed
from pressbrief.charts.timeline_chart import timeline
from pressbrief.charts.together_chart import together

__all__ = [
    "course",
    "coverage",
    "holders",
    "mention_rate",
    "mentions",
    "stance",
    "stance_course",
    "stressed",
    "timeline",
    "together",
]
