//! What somebody who takes a case over has to know.

use super::{Actor, Case, Conventions, Event, EventId, EventKind, Status};
use crate::Priority;
use crate::language::Language;
use crate::mention::{ChannelKind, MentionId};
use chrono::{DateTime, Utc};
use serde::Serialize;

/// What somebody who takes a case over has to know, so that the customer need not say it
/// again: what was written and answered, what was noted, what is promised, and since when
/// somebody waits. Given by [`Case::briefing`]; serialised for another organisation.
///
/// The texts of messages stand with the mentions; the briefing names them.
///
/// # Example
/// ```
/// use webcare::case::Case;
///
/// let case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
///     {"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "m-1", "author": "lotte"},
///     {"id": "n-1", "at": "2026-11-02T09:10:00Z", "by": "agent:Noor", "kind": "noted",
///      "text": "Trein 2834 gemist."}
/// ]}"#)?;
/// let briefing = serde_json::to_value(case.briefing())?;
/// assert_eq!(briefing["lines"][0]["mention"], "m-1");
/// assert_eq!(briefing["lines"][1]["text"], "Trein 2834 gemist.");
/// assert_eq!(briefing["waiting_since"], "2026-11-02T09:00:00Z");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Briefing<'c> {
    case: &'c str,
    customer: Option<&'c str>,
    status: Status,
    priority: Option<Priority>,
    language: Option<Language>,
    handovers: u32,
    waiting_since: Option<DateTime<Utc>>,
    promised: Vec<Open<'c>>,
    lines: Vec<Line<'c>>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Open<'c> {
    promise: &'c EventId,
    made_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'c str>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Line<'c> {
    at: DateTime<Utc>,
    by: &'c Actor,
    what: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mention: Option<&'c MentionId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel: Option<&'c ChannelKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'c str>,
}

impl<'c> Line<'c> {
    fn of(event: &'c Event) -> Option<Self> {
        let message = event.message();
        let (mention, text) = match event.kind() {
            EventKind::Received(_) => (message.map(super::Message::mention), None),
            EventKind::Answered(answered) => {
                (message.map(super::Message::mention).or(answered.mention()), None)
            }
            EventKind::Noted { text } => (None, Some(text.as_str())),
            EventKind::HandedOver(handover) => (None, Some(handover.know())),
            _ => return None,
        };
        let (channel, what) = (message.map(super::Message::channel), event.kind().as_str());
        Some(Self { at: event.at(), by: event.by(), what, mention, channel, text })
    }
}

impl Briefing<'_> {
    /// Since when the customer waits for an answer, if that is so.
    #[must_use]
    pub const fn waiting_since(&self) -> Option<DateTime<Utc>> {
        self.waiting_since
    }

    /// How many promises are still to be kept.
    #[must_use]
    pub const fn promises(&self) -> usize {
        self.promised.len()
    }
}

impl Case {
    /// What somebody who takes it over has to know.
    #[must_use]
    pub fn briefing(&self) -> Briefing<'_> {
        let conventions = Conventions::DEFAULT;
        let standing = self.standing();
        let promises = self.promises(&conventions, None);
        let open = promises.iter().filter(|promise| promise.is_open()).map(|promise| Open {
            promise: promise.id(),
            made_at: promise.at(),
            due_at: promise.due_at(),
            text: promise.words(),
        });
        Briefing {
            case: self.id().as_str(),
            customer: self.received().find_map(super::Message::author),
            status: standing.status(),
            priority: standing.priority(),
            language: standing.language(),
            handovers: standing.handovers(),
            waiting_since: self.unanswered().first().map(super::Exchange::at),
            promised: open.collect(),
            lines: self.events().filter_map(Line::of).collect(),
        }
    }
}
