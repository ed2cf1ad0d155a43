//! The format `date-time`.

use super::TextRule;
use crate::streaming::Notes;

/// A date and time as RFC 3339 has it.
///
/// A leap second is allowed where the last minute of a day in UTC is, on any day; the letters `T`
/// and `Z` may be small; a fraction has any number of digits, but at least one.
pub(crate) struct DateTime;

impl TextRule for DateTime {
    fn allows(text: &str, _: &Notes) -> bool {
        is_date_time(text)
    }
}

/// Whether a text is a date and time; `jsonschema` asks here too.
pub(crate) fn is_date_time(text: &str) -> bool {
    read(text.as_bytes()).is_some()
}

/// Minutes in a day.
const DAY: u16 = 24 * 60;

/// `Some` if the text is a date and time.
fn read(text: &[u8]) -> Option<()> {
    let (date, rest) = text.split_first_chunk::<10>()?;
    let (&[b'T' | b't', h1, h2, b':', m1, m2, b':', s1, s2], rest) = rest.split_first_chunk()?
    else {
        return None;
    };
    is_date(*date)?;
    let minute = minute_of_day([h1, h2, m1, m2])?;
    let second = number([s1, s2])?;
    let rest = match rest {
        [b'.', digits @ ..] => {
            let count = digits.iter().take_while(|digit| digit.is_ascii_digit()).count();
            // A fraction is not empty.
            (count > 0).then(|| &digits[count..])?
        }
        rest => rest,
    };
    let minute_in_utc = match *rest {
        [b'Z' | b'z'] => minute,
        [b'+', h1, h2, b':', m1, m2] => (minute + DAY - minute_of_day([h1, h2, m1, m2])?) % DAY,
        [b'-', h1, h2, b':', m1, m2] => (minute + minute_of_day([h1, h2, m1, m2])?) % DAY,
        _ => return None,
    };
    (second < 60 || (second == 60 && minute_in_utc == DAY - 1)).then_some(())
}

fn is_date([y1, y2, y3, y4, dash1, m1, m2, dash2, d1, d2]: [u8; 10]) -> Option<()> {
    let year = number([y1, y2])? * 100 + number([y3, y4])?;
    let is_leap_year = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match number([m1, m2])? {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year => 29,
        2 => 28,
        _ => return None,
    };
    ((dash1, dash2) == (b'-', b'-') && (1..=days).contains(&number([d1, d2])?)).then_some(())
}

/// Of an hour and a minute, two digits each.
fn minute_of_day([h1, h2, m1, m2]: [u8; 4]) -> Option<u16> {
    let (hour, minute) = (number([h1, h2])?, number([m1, m2])?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

fn number(digits: [u8; 2]) -> Option<u16> {
    let [tens, ones] = digits.map(|digit| digit.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| u16::from(tens) * 10 + u16::from(ones))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_of_rfc_3339_are_allowed() {
        for text in [
            "2026-01-09T05:20:39.374Z",
            "2024-06-28t05:24:07z",
            "0000-01-01T00:00:00-00:00",
            "2000-02-29T23:59:59.9+23:59",
            "2026-01-09T05:20:39.1234567890123456789012345Z",
        ] {
            assert!(is_date_time(text), "{text}");
        }
    }

    #[test]
    fn what_no_calendar_and_no_clock_shows_is_refused() {
        for text in [
            "2023-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "2026-04-31T00:00:00Z",
            "2026-00-10T00:00:00Z",
            "2026-13-10T00:00:00Z",
            "2026-01-00T00:00:00Z",
            "2026-01-09T24:00:00Z",
            "2026-01-09T05:60:00Z",
            "2026-01-09T05:20:39+24:00",
            "2026-01-09T05:20:39+23:60",
        ] {
            assert!(!is_date_time(text), "{text}");
        }
    }

    #[test]
    fn anything_written_otherwise_is_refused() {
        for text in [
            "",
            "2026-01-09",
            "2026-01-09T",
            "2026-01-09 05:20:39Z",
            "2026-1-9T5:20:39Z",
            "2026-01-09T05:20:39",
            "2026-01-09T05:20:39.Z",
            "2026-01-09T05:20:39,5Z",
            "2026-01-09T05:20:39+0100",
            "2026-01-09T05:20:39+01",
            "2026-01-09T05:20:39ZZ",
            "2026-01-09T05:20:39Z\n",
            "2026-01-09T05:20:0-Z",
            "2026-01-09T05:20:-0Z",
            "2026-01-09T०५:20:39Z",
        ] {
            assert!(!is_date_time(text), "{text}");
        }
    }

    #[test]
    fn a_leap_second_ends_a_day_in_utc() {
        for text in
            ["2016-12-31T23:59:60.5Z", "2017-01-01T00:59:60+01:00", "2016-12-31T18:29:60-05:30"]
        {
            assert!(is_date_time(text), "{text}");
        }
        for text in [
            "2016-12-31T23:59:61Z",
            "2016-12-31T22:59:60Z",
            "2016-12-31T23:59:60+00:01",
            "2016-12-31T23:58:60Z",
        ] {
            assert!(!is_date_time(text), "{text}");
        }
    }
}
