"""The archive of original quotations, and how near two wordings are."""
