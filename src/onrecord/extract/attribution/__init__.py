"""Attribution: who said what, by which words."""
