"""What makes a run start fast: values without typing, compiled expressions kept between runs, the cache folder."""
