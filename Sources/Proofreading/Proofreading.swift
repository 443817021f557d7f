// Proofreading
