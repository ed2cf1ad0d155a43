//! A point in time, as RFC 3339 writes it.

use serde::{Deserialize, Serialize};

/// A point in time: seconds since 1970 in UTC, and nanoseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Moment(i64, u32);

/// Minutes in a day.
const DAY: i64 = 24 * 60;

impl Moment {
    /// Reads a date and time as RFC 3339 has it: `2026-01-09T05:20:39.374Z`, with any offset.
    ///
    /// A leap second is allowed where the last minute of a day in UTC is, on any day; the letters
    /// `T` and `Z` may be small; a fraction has any number of digits, but at least one.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (date, rest) = text.as_bytes().split_first_chunk::<10>()?;
        let (&[b'T' | b't', h1, h2, b':', m1, m2, b':', s1, s2], rest) =
            rest.split_first_chunk()?
        else {
            return None;
        };
        let day = day(*date)?;
        let minute = minute_of_day([h1, h2, m1, m2])?;
        let second = number([s1, s2])?;
        let (nanos, rest) = fraction(rest)?;
        let offset = match *rest {
            [b'Z' | b'z'] => 0,
            [b'+', h1, h2, b':', m1, m2] => minute_of_day([h1, h2, m1, m2])?,
            [b'-', h1, h2, b':', m1, m2] => -minute_of_day([h1, h2, m1, m2])?,
            _ => return None,
        };
        let minute = day * DAY + minute - offset;
        let is_second = second < 60 || (second == 60 && minute.rem_euclid(DAY) == DAY - 1);
        is_second.then_some(Self(minute * 60 + second, nanos))
    }
}

/// The nanoseconds of a fraction, of which what is smaller is left out, and what follows it.
fn fraction(text: &[u8]) -> Option<(u32, &[u8])> {
    let [b'.', digits @ ..] = text else { return Some((0, text)) };
    let (mut nanos, mut unit, mut count) = (0, 100_000_000, 0);
    while let Some(digit @ b'0'..=b'9') = digits.get(count) {
        nanos += u32::from(digit - b'0') * unit;
        unit /= 10;
        count += 1;
    }
    // A fraction is not empty.
    (count > 0).then(|| (nanos, &digits[count..]))
}

/// Days since 1970-01-01 to a date, counted in years that begin in March, so that the odd day
/// comes last.
fn day([y1, y2, y3, y4, dash1, m1, m2, dash2, d1, d2]: [u8; 10]) -> Option<i64> {
    let year = number([y1, y2])? * 100 + number([y3, y4])?;
    let (month, day) = (number([m1, m2])?, number([d1, d2])?);
    let is_leap_year = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap_year => 29,
        2 => 28,
        _ => return None,
    };
    if (dash1, dash2) != (b'-', b'-') || !(1..=days).contains(&day) {
        return None;
    }
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    // 719,468 days lie between 0000-03-01 and 1970-01-01.
    Some(year * 365 + leap_days + day_of_year - 719_468)
}

/// Of an hour and a minute, two digits each.
fn minute_of_day([h1, h2, m1, m2]: [u8; 4]) -> Option<i64> {
    let (hour, minute) = (number([h1, h2])?, number([m1, m2])?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

fn number(digits: [u8; 2]) -> Option<i64> {
    let [tens, ones] = digits.map(|digit| digit.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| i64::from(tens) * 10 + i64::from(ones))
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
        assert_eq!(at("2025-12-31T23:00:00-01:30"), at("2026-01-01T00:30:00Z"));
    }

    #[test]
    fn a_fraction_counts_up_to_its_ninth_digit() {
        assert!(at("2026-01-09T00:00:00.001Z") > at("2026-01-09T00:00:00Z"));
        assert_eq!(at("1970-01-01T00:00:00.1234567899Z"), Moment(0, 123_456_789));
    }

    #[test]
    fn dates_and_times_of_rfc_3339_are_allowed() {
        for text in [
            "2026-01-09T05:20:39.374Z",
            "2024-06-28t05:24:07z",
            "0000-01-01T00:00:00-00:00",
            "2000-02-29T23:59:59.9+23:59",
            "2026-01-09T05:20:39.1234567890123456789012345Z",
        ] {
            assert!(Moment::parse(text).is_some(), "{text}");
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
            assert!(Moment::parse(text).is_none(), "{text}");
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
            "2026-01-0\u{e9}T05:20:39Z",
            "++++-++-++T++:++:++Z",
        ] {
            assert!(Moment::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_leap_second_ends_a_day_in_utc() {
        for text in
            ["2016-12-31T23:59:60.5Z", "2017-01-01T00:59:60+01:00", "2016-12-31T18:29:60-05:30"]
        {
            assert!(Moment::parse(text).is_some(), "{text}");
        }
        for text in [
            "2016-12-31T23:59:61Z",
            "2016-12-31T22:59:60Z",
            "2016-12-31T23:59:60+00:01",
            "2016-12-31T23:58:60Z",
        ] {
            assert!(Moment::parse(text).is_none(), "{text}");
        }
    }
}
