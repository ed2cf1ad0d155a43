//! How much of a table is shown: what is missed least is left out first where the room is small.

/// How much is left out where the room is small, in the order of what is missed least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Style {
    short_headings: bool,
    /// Days in the place of moments.
    days: bool,
    /// One blank between two cells, instead of two.
    narrow: bool,
}

/// All of them, the roomiest first.
pub(super) const STYLES: [Style; 4] = [
    Style { short_headings: false, days: false, narrow: false },
    Style { short_headings: true, days: false, narrow: false },
    Style { short_headings: true, days: true, narrow: false },
    Style { short_headings: true, days: true, narrow: true },
];

impl Style {
    pub(super) fn gap(self) -> &'static str {
        if self.narrow { " " } else { "  " }
    }

    /// A cell as it is shown.
    pub(super) fn shown(self, cell: &str) -> &str {
        if self.days { day(cell).unwrap_or(cell) } else { cell }
    }
}

/// The heading of a column: its path in capitals, words apart. In short, the last name of the path
/// without the word that only says of what kind the value is.
pub(super) fn heading(path: &str, style: Style) -> String {
    let mut heading = String::new();
    let mut before = ' ';
    for letter in path.chars() {
        if letter == '.' {
            if style.short_headings {
                heading.clear();
            } else {
                heading.push(' ');
            }
        } else {
            if letter.is_uppercase() && before.is_lowercase() {
                heading.push(' ');
            }
            heading.extend(letter.to_uppercase());
        }
        before = letter;
    }
    if style.short_headings {
        let kinds = [" AT", " NUMBER", " COUNT"];
        if let Some(short) = kinds.iter().find_map(|kind| heading.strip_suffix(kind)) {
            heading.truncate(short.len());
        }
    }
    heading
}

/// The day of a moment such as `2026-01-05T09:16:34.633Z`.
fn day(text: &str) -> Option<&str> {
    let (day, time) = text.split_once('T')?;
    let is_day = day.len() == 10
        && day.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    (is_day && time.ends_with('Z')).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_moment_has_a_day() {
        assert_eq!(day("2026-01-05T09:16:34.633Z"), Some("2026-01-05"));
        for text in ["2026-01-05", "T", "2026-01-05 The Z", "äöü-01-05TZ", "Ada TZ"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
