//! What the rules on sequences need of one exchange, without any value that it holds.

use serde::{Deserialize, Serialize};

use super::digest::digest;
use crate::call::Call;
use crate::exchange::{MessagePart, Source};
use crate::generated::validators::{Said, said};
use crate::moment::Moment;
use crate::rules::Rule;
use crate::rules::set::RuleSet;

/// What the rules on sequences need of one exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Facts {
    /// The account and stream, as a hash.
    pub(super) stream: u64,
    /// The token, as a hash; nothing where it was not recorded.
    pub(super) caller: Option<u64>,
    /// When it happened, where that was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<Span>,
    pub(super) event: Event,
}

/// When an exchange began and was over, in milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Span {
    pub(super) began: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) ended: Option<i64>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Event {
    Page(Page),
    /// An update, with what its request named.
    Updated(Contact, Named),
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

/// What a request names of what it can change, in the order of [`CHANGEABLE`].
pub(super) type Named = [bool; CHANGEABLE.len()];

impl Facts {
    /// The facts of an exchange, and the rules that are withheld from it.
    ///
    /// A sample of the documentation stands alone: nothing says what went before it.
    pub(crate) fn of(call: &Call<'_>) -> (Option<Self>, RuleSet) {
        let Some(event) = Event::of(call) else { return (None, RuleSet::default()) };
        let is_sample = call.source.is_some_and(|source| {
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
        let is_unknown = token.is_none() && call.lacks(MessagePart::RequestHeaders);
        let caller = (!is_unknown).then(|| digest(&[token.unwrap_or_default()]));
        let stream = digest(&[&call.address.authority, account, stream]);
        let span = call.source.and_then(Span::of);
        (Some(Self { stream, caller, span, event }), RuleSet::default())
    }

    /// How many contacts and ids it holds.
    pub(super) fn parts(&self) -> usize {
        match &self.event {
            Event::Page(page) => page.contacts.len(),
            Event::BulkDeleted(ids) => ids.len(),
            Event::Updated(..) | Event::Deleted(_) => 1,
            Event::ListDeleted(_) | Event::Changed(_) => 0,
        }
    }
}

impl Span {
    fn of(source: &Source) -> Option<Self> {
        let began = Moment::parse(source.started.as_deref()?)?.milliseconds();
        let took = source.milliseconds.and_then(|took| i64::try_from(took).ok());
        Some(Self { began, ended: took.map(|took| began.saturating_add(took)) })
    }

    /// Whether it may not have been over when another one, which did not begin before it, began.
    pub(super) fn overlaps(self, later: Self) -> bool {
        // Its beginning and how long it took are whole milliseconds, each less than one too few.
        self.ended.map_or(self.began, |ended| ended.saturating_add(2)) > later.began
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
            Event::Updated(shown, _) | Event::Deleted(shown) => contact(shown),
            Event::BulkDeleted(ids) => ids.iter_mut().for_each(hide),
            Event::ListDeleted(id) => hide(id),
            Event::Changed(id) => id.iter_mut().for_each(hide),
        }
    }
}

impl Event {
    fn of(call: &Call<'_>) -> Option<Self> {
        let Some(said) = call.success() else { return Self::unseen(call) };
        Some(match said {
            Said::ContactPage(page) => Self::Page(Page::of(call, page)?),
            Said::Contact(contact) if call.operation.id == "updateContact" => {
                Self::Updated(Contact::of(contact, 0)?, named(&call.sent.said))
            }
            Said::Contact(contact) => Self::Deleted(Contact::of(contact, 0)?),
            Said::BulkDeleteResult(result) => {
                let records = result.successful_records.as_ref()?;
                let ids = records.iter().filter_map(|record| record.id.as_deref());
                Self::BulkDeleted(ids.map(|id| digest(&[id])).collect())
            }
            Said::ContactListDeletion(deletion)
                if deletion.status.as_deref() == Some("success") =>
            {
                Self::ListDeleted(digest(&[call.path("contactListId")?]))
            }
            _ => return None,
        })
    }

    /// A write with success whose answer was not recorded, or is too long to be looked at.
    fn unseen(call: &Call<'_>) -> Option<Self> {
        let is_unseen = call.lacks(MessagePart::ResponseBody) || call.answered.is_long;
        if !call.is_success() || !is_unseen {
            return None;
        }
        match call.operation.id {
            "updateContact" => Some(Self::Changed(Some(digest(&[call.path("id")?])))),
            "deleteContact" | "bulkDeleteContacts" => Some(Self::Changed(None)),
            _ => None,
        }
    }

    /// The operation in whose answer such an event is seen.
    pub(super) fn operation(&self) -> &'static str {
        match self {
            Self::Page(_) => "listContacts",
            Self::Updated(..) | Self::Changed(_) => "updateContact",
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
            Self::Updated(..) | Self::Deleted(_) => {
                &[Rule::UpdateLost, Rule::UpdatedAtWentBack, Rule::CreatedAtChanged]
            }
            Self::BulkDeleted(_) | Self::Changed(_) => &[],
            Self::ListDeleted(_) => &[Rule::ContactListDeletedTwice],
        }
    }
}

/// What a request names; everything, where nobody knows.
fn named(sent: &Said<'_>) -> Named {
    let Said::ContactUpdate(update) = sent else { return [true; CHANGEABLE.len()] };
    let phone = &update.cell_phone;
    // The code is a part of the number.
    let has_number = phone.phone_number.is_some() || phone.country_code.is_some();
    [
        update.first_name.is_some(),
        update.last_name.is_some(),
        update.salutation.is_some(),
        has_number,
        has_number,
        phone.extension.is_some(),
    ]
}

impl Page {
    fn of(call: &Call<'_>, page: &said::ContactPage<'_>) -> Option<Self> {
        let results = page.results.as_ref()?;
        let mut contacts = Vec::with_capacity(results.len());
        contacts.extend(
            results.iter().enumerate().filter_map(|(index, item)| Contact::of(item, index)),
        );
        Some(Self {
            skip: page.skip,
            limit: page.limit.filter(|limit| *limit > 0),
            asked: call.query_number("limit"),
            total: page.total_results,
            has_more: page.has_more,
            contacts,
        })
    }
}

impl Contact {
    fn of(contact: &said::Contact<'_>, index: usize) -> Option<Self> {
        let phone = &contact.cell_phone;
        let changeable = [
            &contact.first_name,
            &contact.last_name,
            &contact.salutation,
            &phone.phone_number,
            &phone.country_code,
            &phone.extension,
        ];
        let is_active = |status: &str| status.eq_ignore_ascii_case("ACTIVE");
        Some(Self {
            id: digest(&[contact.id.as_deref()?]),
            index: u32::try_from(index).ok()?,
            is_active: contact.status.as_deref().is_some_and(is_active),
            created: contact.created_at,
            updated: contact.updated_at,
            fields: changeable.map(|field| digest(&[field.as_deref().unwrap_or_default()])),
        })
    }
}
