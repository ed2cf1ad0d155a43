//! Invented people, as many as wanted, with numbers that nobody has.

use chrono::{DateTime, TimeDelta, Utc};

use super::NewContact;
use crate::clock::Timestamp;
use crate::model::CellPhone;

/// When the first invented contact was created: 10 January 2026, 08:00 UTC, in seconds.
const FIRST_CREATED: i64 = 1_768_032_000;
/// How long after each other the invented contacts were created.
const CREATED_EVERY_MILLISECONDS: i64 = 977;

const FIRST_NAMES: [(&str, &str); 27] = [
    ("Amara", "Mrs"),
    ("Benoît", "Mr"),
    ("Chiara", "Ms"),
    ("Dmitri", "Mr"),
    ("Esra", "Mrs"),
    ("Fatou", "Ms"),
    ("Georgios", "Mr"),
    ("Hana", "Mrs"),
    ("Ife", "Ms"),
    ("Joaquín", "Mr"),
    ("Kamala", "Mrs"),
    ("Liên", "Ms"),
    ("Małgorzata", "Mrs"),
    ("Noa", "Ms"),
    ("Olumide", "Mr"),
    ("Priya", "Mrs"),
    ("Quentin", "Mr"),
    ("Ritva", "Mrs"),
    ("Søren", "Mr"),
    ("Tomoko", "Ms"),
    ("Ugo", "Mr"),
    ("Valentina", "Mrs"),
    ("Wanjiru", "Ms"),
    ("Ximena", "Mrs"),
    ("Yusuf", "Mr"),
    ("Zdeněk", "Mr"),
    ("Aroha", "Ms"),
];

/// Their count shares no factor with that of the first names: pairs repeat late.
const LAST_NAMES: [&str; 25] = [
    "Adeyemi",
    "Björk",
    "Castellanos",
    "Dąbrowska",
    "Eriksen",
    "Fontaine",
    "Grünwald",
    "Hakimi",
    "Ivanova",
    "Jansen",
    "Kowalczyk",
    "Laurent",
    "Mbeki",
    "Nakamura",
    "O'Brien",
    "Papadopoulou",
    "Quispe",
    "Rahman",
    "Szabó",
    "Tran",
    "Uzun",
    "Virtanen",
    "Wójcik",
    "Yamamoto",
    "de la Cruz",
];

/// A range of numbers that a regulator keeps free for books and films.
struct Fiction {
    country_code: &'static str,
    prefix: &'static str,
    /// How many digits follow the prefix.
    digits: usize,
    first: u32,
    count: u32,
}

const FICTION: [Fiction; 5] = [
    // Ofcom, mobile numbers for drama.
    Fiction { country_code: "+44", prefix: "7700900", digits: 3, first: 0, count: 1_000 },
    // North American Numbering Plan, 555-0100 to 555-0199, here in Springfield.
    Fiction { country_code: "+1", prefix: "21755501", digits: 2, first: 0, count: 100 },
    // Arcep, mobile numbers for audiovisual works.
    Fiction { country_code: "+33", prefix: "63998", digits: 4, first: 0, count: 10_000 },
    // Bundesnetzagentur, numbers of Berlin for films.
    Fiction { country_code: "+49", prefix: "3023125", digits: 3, first: 0, count: 1_000 },
    // PTS, mobile numbers for books and films.
    Fiction { country_code: "+46", prefix: "7017406", digits: 2, first: 5, count: 95 },
];

/// The invented contact of this number, the same each time.
pub(super) fn contact(number: u32) -> NewContact {
    let (first_name, salutation) = FIRST_NAMES[number as usize % FIRST_NAMES.len()];
    let created = DateTime::<Utc>::UNIX_EPOCH
        + TimeDelta::seconds(FIRST_CREATED)
        + TimeDelta::milliseconds(CREATED_EVERY_MILLISECONDS * i64::from(number));
    let created_at = Timestamp::of(created).to_string();
    NewContact {
        // As the vendor's ids: the second of the creation, then digits that look random.
        id: format!("{:08x}{:016x}", created.timestamp(), scattered(u64::from(number))),
        first_name: first_name.to_owned(),
        last_name: LAST_NAMES[(number as usize * 7 + 3) % LAST_NAMES.len()].to_owned(),
        salutation,
        cell_phone: cell_phone(number),
        updated_at: created_at.clone(),
        created_at,
        updated: false,
    }
}

fn cell_phone(number: u32) -> CellPhone {
    let countries = FICTION.len();
    let range = &FICTION[number as usize % countries];
    // A step that shares no factor with the sizes of the ranges visits each number once.
    let nth = u64::from(number) / countries as u64 * 37 % u64::from(range.count);
    let subscriber = u64::from(range.first) + nth;
    CellPhone {
        extension: "+".to_owned(),
        phone_number: format!(
            "{}{}{subscriber:0digits$}",
            range.country_code,
            range.prefix,
            digits = range.digits
        ),
        country_code: range.country_code.to_owned(),
    }
}

/// Scatters numbers over all 64 bits, no two to the same place (the finaliser of `splitmix64`).
fn scattered(number: u64) -> u64 {
    let mut bits = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn invented_contacts_have_ids_of_their_own() {
        let ids: HashSet<_> = (0..10_000).map(|number| contact(number).id).collect();
        assert_eq!(ids.len(), 10_000);
        assert!(ids.iter().all(|id| id.len() == 24), "24 hexadecimal digits");
    }

    #[test]
    fn the_contacts_of_the_default_seed_have_names_and_numbers_of_their_own() {
        let names: HashSet<_> = (0..28)
            .map(|number| {
                let contact = contact(number);
                format!("{} {}", contact.first_name, contact.last_name)
            })
            .collect();
        let numbers: HashSet<_> = (0..28).map(|number| cell_phone(number).phone_number).collect();
        assert_eq!((names.len(), numbers.len()), (28, 28));
    }

    #[test]
    fn numbers_stay_within_the_ranges_reserved_for_fiction() {
        for number in 0..50_000 {
            let phone = cell_phone(number);
            let range = FICTION.iter().find(|range| range.country_code == phone.country_code);
            let range = range.unwrap();
            let local = phone.phone_number.strip_prefix(&phone.country_code).unwrap();
            let subscriber = local.strip_prefix(range.prefix).unwrap();
            assert_eq!(subscriber.len(), range.digits, "{phone:?}");
            let subscriber: u32 = subscriber.parse().unwrap();
            assert!((range.first..range.first + range.count).contains(&subscriber), "{phone:?}");
        }
    }
}
