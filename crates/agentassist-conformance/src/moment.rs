//! A point in time, as RFC 3339 writes it.

use serde::{Deserialize, Serialize};

/// A point in time: seconds since 1970 in UTC, and nanoseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Moment(i64, u32);

impl Moment {
    /// Reads `2026-01-09T05:20:39.374Z`, with any offset. What is no time has no moment: that it
    /// breaks its format is for the schema to say.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let number = |from: usize, to: usize| -> Option<i64> {
            bytes.get(from..to)?.iter().try_fold(0, |number, byte| {
                byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0'))
            })
        };
        let is = |at: usize, known: &[u8]| bytes.get(at).is_some_and(|byte| known.contains(byte));
        if !(is(4, b"-") && is(7, b"-") && is(10, b"Tt ") && is(13, b":") && is(16, b":")) {
            return None;
        }
        let day = days(number(0, 4)?, number(5, 7)?, number(8, 10)?)?;
        let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        let fraction = bytes.get(19..)?.strip_prefix(b".").unwrap_or_default();
        let digits = fraction.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let digit_at = |place: usize| u32::from(*fraction.get(place).unwrap_or(&b'0') - b'0');
        let nanos = (0..9)
            .fold(0, |nanos, place| nanos * 10 + if place < digits { digit_at(place) } else { 0 });
        let zone = 19 + if digits > 0 { digits + 1 } else { 0 };
        let offset = match bytes.get(zone)? {
            b'Z' | b'z' if bytes.len() == zone + 1 => 0,
            sign @ (b'+' | b'-') if bytes.len() == zone + 6 && is(zone + 3, b":") => {
                let away = number(zone + 1, zone + 3)? * 3600 + number(zone + 4, zone + 6)? * 60;
                if *sign == b'+' { away } else { -away }
            }
            _ => return None,
        };
        Some(Self(day * 86_400 + hour * 3600 + minute * 60 + second - offset, nanos))
    }
}

/// Days since 1970-01-01, counted in years that begin in March, so that the odd day comes last.
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    // 719,468 days lie between 0000-03-01 and 1970-01-01.
    Some(year * 365 + leap_days + day_of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    #[test]
    fn times_are_counted_from_1970() {
        assert_eq!(at("1970-01-01T00:00:00Z"), Moment(0, 0));
        assert_eq!(at("2024-02-29T12:00:00.5Z"), Moment(1_709_208_000, 500_000_000));
        assert_eq!(at("2026-01-26T10:00:00.000Z"), Moment(1_769_421_600, 0));
    }

    #[test]
    fn an_offset_is_taken_into_account() {
        assert_eq!(at("2026-01-09T05:30:00+05:30"), at("2026-01-09T00:00:00Z"));
        assert!(at("2026-01-09T00:00:00.001Z") > at("2026-01-09T00:00:00Z"));
    }

    #[test]
    fn what_is_no_time_has_no_moment() {
        for text in [
            "",
            "2026-01-09",
            "2026-13-09T05:20:39Z",
            "2026-01-09T25:20:39Z",
            "2026-01-09T05:20:39",
            "2026-01-09T05:20:39Zx",
            "2026-01-09T05:20:39+5",
            "2026-01-0\u{e9}T05:20:39Z",
            "++++-++-++T++:++:++Z",
        ] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }
}
