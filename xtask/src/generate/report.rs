//! What `cargo xtask generate` says, in the manner of cargo: a word on the right, then the file.

#![expect(clippy::print_stderr, reason = "this is the command's report")]

use similar::TextDiff;

/// Says that a file is as the document has it.
pub(crate) fn fresh(path: &str) {
    eprintln!("{:>12} {path}", "Fresh");
}

/// Says that a file was brought up to date.
pub(crate) fn written(path: &str) {
    eprintln!("{:>12} {path}", "Generated");
}

/// Says that a file is out of date, and how the fresh one differs.
pub(crate) fn stale(path: &str, current: &str, fresh: &str) {
    eprintln!("{:>12} {path}", "Stale");
    eprint!("{}", diff(path, current, fresh));
}

/// Ends a check that found stale files with what to do.
pub(crate) fn verdict(stale: usize) {
    let files = if stale == 1 { "1 file is".to_owned() } else { format!("{stale} files are") };
    eprintln!("{:>12} {files} stale; run `cargo xtask generate` and commit the result", "Failure");
}

fn diff(path: &str, current: &str, fresh: &str) -> String {
    TextDiff::from_lines(current, fresh)
        .unified_diff()
        .context_radius(2)
        .header(&format!("{path} (as it stands)"), &format!("{path} (from the document)"))
        .to_string()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_diff_names_the_file_and_shows_both_sides() {
        let text = super::diff("a.rs", "one\ntwo\n", "one\nthree\n");
        assert!(text.contains("--- a.rs (as it stands)"));
        assert!(text.contains("-two\n+three\n"));
    }
}
