//! What the rules on sequences need of one exchange, without any value that it holds.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::exchange::MessagePart;
use crate::fingerprint::hash;
use crate::moment::Moment;
use crate::rules::Rule;
use crate::rules::answer::Call;
use crate::rules::set::RuleSet;

/// What the rules on sequences need of one exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Facts {
    /// The account and stream, as a hash.
    pub(super) stream: u64,
    /// The token, as a hash; nothing where it was not recorded.
    pub(super) caller: Option<u64>,
    pub(super) event: Event,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Event {
    Page(Page),
    Updated(Contact),
    Deleted(Contact),
    BulkDeleted(Vec<u64>),
    ListDeleted(u64),
    /// Something was written, and the answer that says what was not recorded. Who was updated is
    /// known from the path.
    Changed(Option<u64>),
}

/// A page of contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Page {
    pub(super) skip: Option<u64>,
    pub(super) limit: Option<u64>,
    /// The limit that the request names.
    pub(super) asked: Option<u64>,
    pub(super) total: Option<u64>,
    pub(super) has_more: Option<bool>,
    pub(super) contacts: Vec<Contact>,
}

/// A contact as an answer shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Contact {
    /// Its id, as a hash.
    pub(super) id: u64,
    /// Its place on the page.
    pub(super) index: u32,
    pub(super) is_active: bool,
    pub(super) created: Option<Moment>,
    pub(super) updated: Option<Moment>,
    /// Hashes of what an update can change, in the order of [`CHANGEABLE`].
    pub(super) fields: [u64; CHANGEABLE.len()],
}

/// What an update can change.
pub(super) const CHANGEABLE: [&str; 6] = [
    "/firstName",
    "/lastName",
    "/salutation",
    "/cellPhone/phoneNumber",
    "/cellPhone/countryCode",
    "/cellPhone/extension",
];

impl Facts {
    /// The facts of an exchange, and the rules that are withheld from it.
    ///
    /// A sample of the documentation stands alone: nothing says what went before it.
    pub(crate) fn of(call: &Call<'_>) -> (Option<Self>, RuleSet) {
        let Some(event) = Event::of(call) else { return (None, RuleSet::default()) };
        let is_sample = call.exchange.source.as_ref().is_some_and(|source| {
            source.kind == crate::exchange::SourceKind::DocumentationSample
                || source.trimmed
                || source.masked
        });
        if is_sample {
            return (None, event.rules().iter().copied().collect());
        }
        let account = call.header("accountId").unwrap_or_default();
        let stream = call.path("streamId").or_else(|| call.path("iId")).unwrap_or_default();
        let token = call.header("auth");
        let is_unknown = token.is_none() && call.exchange.lacks(MessagePart::RequestHeaders);
        let caller = (!is_unknown).then(|| hash(&[token.unwrap_or_default()]));
        let facts = Self { stream: hash(&[call.url.authority(), account, stream]), caller, event };
        (Some(facts), RuleSet::default())
    }
}

impl Facts {
    /// Hides what its hashes are hashes of. What was equal stays equal.
    pub(crate) fn seal(&mut self, hide: impl Fn(u64) -> u64) {
        let hide = |hash: &mut u64| *hash = hide(*hash);
        let contact = |contact: &mut Contact| {
            hide(&mut contact.id);
            contact.fields.iter_mut().for_each(hide);
        };
        hide(&mut self.stream);
        self.caller.iter_mut().for_each(hide);
        match &mut self.event {
            Event::Page(page) => page.contacts.iter_mut().for_each(contact),
            Event::Updated(shown) | Event::Deleted(shown) => contact(shown),
            Event::BulkDeleted(ids) => ids.iter_mut().for_each(hide),
            Event::ListDeleted(id) => hide(id),
            Event::Changed(id) => id.iter_mut().for_each(hide),
        }
    }
}

impl Event {
    fn of(call: &Call<'_>) -> Option<Self> {
        let Some(body) = call.success() else { return Self::unseen(call) };
        Some(match call.operation.id {
            "listContacts" => Self::Page(Page::of(call, body)?),
            "updateContact" => Self::Updated(Contact::of(body, 0)?),
            "deleteContact" => Self::Deleted(Contact::of(body, 0)?),
            "bulkDeleteContacts" => {
                let records = body.get("successfulRecords")?.as_array()?;
                let ids = records.iter().filter_map(|record| record.get("id")?.as_str());
                Self::BulkDeleted(ids.map(|id| hash(&[id])).collect())
            }
            "deleteContactList" if body.get("status")?.as_str()? == "success" => {
                Self::ListDeleted(hash(&[call.path("contactListId")?]))
            }
            _ => return None,
        })
    }

    /// A write with success whose answer was not recorded.
    fn unseen(call: &Call<'_>) -> Option<Self> {
        let answered = &call.exchange.response;
        let is_success = (200..300).contains(&answered.status);
        if !is_success || !call.exchange.lacks(MessagePart::ResponseBody) {
            return None;
        }
        match call.operation.id {
            "updateContact" => Some(Self::Changed(Some(hash(&[call.path("id")?])))),
            "deleteContact" | "bulkDeleteContacts" => Some(Self::Changed(None)),
            _ => None,
        }
    }

    /// The operation in whose answer such an event is seen.
    pub(super) fn operation(&self) -> &'static str {
        match self {
            Self::Page(_) => "listContacts",
            Self::Updated(_) | Self::Changed(_) => "updateContact",
            Self::Deleted(_) => "deleteContact",
            Self::BulkDeleted(_) => "bulkDeleteContacts",
            Self::ListDeleted(_) => "deleteContactList",
        }
    }

    /// The rules that look at such an event.
    fn rules(&self) -> &'static [Rule] {
        match self {
            Self::Page(_) => &[
                Rule::ContactOnTwoPages,
                Rule::PageGap,
                Rule::DeletedContactListed,
                Rule::UpdateLost,
                Rule::UpdatedAtWentBack,
                Rule::CreatedAtChanged,
            ],
            Self::Updated(_) | Self::Deleted(_) => {
                &[Rule::UpdatedAtWentBack, Rule::CreatedAtChanged]
            }
            Self::BulkDeleted(_) | Self::Changed(_) => &[],
            Self::ListDeleted(_) => &[Rule::ContactListDeletedTwice],
        }
    }
}

impl Page {
    fn of(call: &Call<'_>, body: &Value) -> Option<Self> {
        let number = |name: &str| body.get(name).and_then(Value::as_u64);
        let contacts = body.get("results")?.as_array()?.iter().enumerate();
        Some(Self {
            skip: number("skip"),
            limit: number("limit").filter(|limit| *limit > 0),
            asked: call.query_number("limit"),
            total: number("totalResults"),
            has_more: body.get("hasMore").and_then(Value::as_bool),
            contacts: contacts.filter_map(|(index, item)| Contact::of(item, index)).collect(),
        })
    }
}

impl Contact {
    fn of(value: &Value, index: usize) -> Option<Self> {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        let time = |name: &str| text(name).and_then(Moment::parse);
        Some(Self {
            id: hash(&[text("id")?]),
            index: u32::try_from(index).ok()?,
            is_active: text("status").is_some_and(|status| status.eq_ignore_ascii_case("ACTIVE")),
            created: time("createdAt"),
            updated: time("updatedAt"),
            fields: CHANGEABLE.map(|pointer| {
                let part = pointer.split('/').skip(1).try_fold(value, |part, step| part.get(step));
                hash(&[part.and_then(Value::as_str).unwrap_or_default()])
            }),
        })
    }
}
