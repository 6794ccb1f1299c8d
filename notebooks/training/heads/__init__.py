"""The reader's heads of tomorrow: who judges whom, whose words, which happening, one or two.

One network (network.py) over the student's encoder or a teacher's (teacher.py) learns them from the
labels (lessons.py); measure.py says how often each is right. The weights that ship today are made
by the modules beside this package.
"""
