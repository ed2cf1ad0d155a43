//! Ids as JSON and NDJSON alike: values one after the other, or in lists.

use std::fmt;
use std::io::Read;

use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::{Entry, Unread, entry};

pub(super) fn read(reader: impl Read, entries: &mut Vec<Entry>) -> Result<(), Unread> {
    let before = entries.len();
    for item in serde_json::Deserializer::from_reader(reader).into_iter::<Item>() {
        for contact in item.map_err(wrong)?.0 {
            entries.push(named(contact, entries.len() - before + 1)?);
        }
    }
    Ok(())
}

fn wrong(error: serde_json::Error) -> Unread {
    if error.is_io() {
        return Unread::Unreadable(error.into());
    }
    Unread::Content(format!("not JSON from line {} on", error.line()))
}

/// The contact with a number.
pub(super) fn named(contact: Contact, number: usize) -> Result<Entry, Unread> {
    let place = format!("contact {number}");
    match contact.id {
        Some(id) => entry(&id, contact.name, &place),
        None => Err(Unread::Content(format!("{place} has no `id`"))),
    }
}

/// The contacts of one value. What else it holds is passed over, and never held.
struct Item(Vec<Contact>);

/// What is looked at of a contact.
#[derive(Debug, Default)]
pub(super) struct Contact {
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Contacts)
    }
}

impl<'de> Deserialize<'de> for Contact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Item(contacts) = deserializer.deserialize_any(Contacts)?;
        // A list in a list is no contact.
        let mut contacts = contacts.into_iter();
        Ok(contacts.next().filter(|_| contacts.next().is_none()).unwrap_or_default())
    }
}

struct Contacts;

impl<'de> Visitor<'de> for Contacts {
    type Value = Item;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a contact, an id, or a list of them")
    }

    fn visit_str<E>(self, id: &str) -> Result<Item, E> {
        Ok(Item(vec![Contact { id: Some(id.to_owned()), name: None }]))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Item, A::Error> {
        let mut contact = Contact::default();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "id" => contact.id = text(map.next_value()?),
                "fullName" => contact.name = text(map.next_value()?),
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Item(vec![contact]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Item, A::Error> {
        let mut contacts = Vec::new();
        while let Some(contact) = list.next_element()? {
            contacts.push(contact);
        }
        Ok(Item(contacts))
    }

    fn visit_unit<E>(self) -> Result<Item, E> {
        Ok(Item(vec![Contact::default()]))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Item, E> {
        self.visit_unit()
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Item, E> {
        self.visit_unit()
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Item, E> {
        self.visit_unit()
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Item, E> {
        self.visit_unit()
    }
}

fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}
