//! What stands below the options of a help text, as sections of a manual page.

/// Turns a text into sections: a line that is not indented and ends with a colon begins one.
///
/// Examples stay line by line, a number with a text behind it becomes an item of a list, and
/// everything else is filled to the width of the page.
pub(super) fn sections(text: &str) -> String {
    let mut page = String::new();
    let mut examples = false;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(heading) = line.strip_suffix(':').filter(|line| !line.starts_with(' ')) {
            page.push_str(if examples { ".fi\n" } else { "" });
            examples = heading == "Examples";
            page.push_str(&format_heading(heading, examples));
        } else if let Some((number, text)) = item(line) {
            page.push_str(&[".TP\n", number, "\n", &escaped(text), "\n"].concat());
        } else {
            page.push_str(&[&escaped(line.trim_start()), "\n"].concat());
        }
    }
    page.push_str(if examples { ".fi\n" } else { "" });
    page
}

/// The lines of a page without those that are empty, which no page should have: where one divides
/// the paragraphs of an option, a request does so. No line ends with a blank, and none ends twice.
pub(super) fn tidy(page: &str) -> Vec<&str> {
    let is_text = |line: &&str| !line.is_empty() && !line.starts_with('.');
    let mut lines = Vec::new();
    let mut rest = page.lines().map(str::trim_end).peekable();
    while let Some(line) = rest.next() {
        let divides = line.is_empty()
            && lines.last().is_some_and(is_text)
            && rest.peek().is_some_and(is_text);
        if divides {
            lines.push(".sp");
        } else if !(line.is_empty() || line == ".br" && lines.last() == Some(&".br")) {
            lines.push(line);
        }
    }
    lines
}

fn format_heading(heading: &str, examples: bool) -> String {
    let begin = if examples { ".nf\n" } else { "" };
    format!(".SH {}\n{begin}", heading.to_uppercase())
}

/// A number and what it means: `  4  not authorised`.
fn item(line: &str) -> Option<(&str, &str)> {
    let (number, text) = line.trim_start().split_once("  ")?;
    number.parse::<u8>().is_ok().then_some((number, text.trim_start()))
}

/// A line that says to a formatter what stands there, and nothing else.
fn escaped(line: &str) -> String {
    let line = line.replace('\\', "\\e").replace('-', "\\-");
    // A dot or an apostrophe at the beginning would be a request.
    if line.starts_with(['.', '\'']) { format!("\\&{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_has_its_own_form() {
        let text = "Examples:\n  a --b\n  c\n\nSettings:\n  A flag\n  wins.\n\n\
                    Exit codes:\n    0  done\n  130  stopped,\n       or so";
        assert_eq!(
            sections(text),
            ".SH EXAMPLES\n.nf\na \\-\\-b\nc\n.fi\n.SH SETTINGS\nA flag\nwins.\n\
             .SH EXIT CODES\n.TP\n0\ndone\n.TP\n130\nstopped,\nor so\n"
        );
    }

    #[test]
    fn an_empty_line_between_paragraphs_becomes_a_request_and_others_go() {
        let page = ".TP\n\nfirst\n\nsecond \n\n.br\n\n.br\n.SH X\n";
        assert_eq!(tidy(page), [".TP", "first", ".sp", "second", ".br", ".SH X"]);
    }

    #[test]
    fn no_line_is_taken_for_a_request() {
        assert_eq!(sections("  .so /etc/passwd\n  'x\n  \\n"), "\\&.so /etc/passwd\n\\&'x\n\\en\n");
    }

    #[test]
    fn examples_at_the_end_are_ended() {
        assert_eq!(sections("Examples:\n  x"), ".SH EXAMPLES\n.nf\nx\n.fi\n");
    }
}
