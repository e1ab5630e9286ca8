"""The main job, stage by stage: load, align, detect, report."""
