//! Forgetting a person, and keeping times and counts.

use super::{Case, Event, EventKind};

/// What stands in the place of words that are gone.
pub(super) const GONE: &str = "[redacted]";

impl Case {
    /// Forgets the customer: who wrote, and all words that we wrote down about it. What
    /// happened when, in which order and how often, and who of ours did it, stays; so does
    /// everything that follows from it.
    ///
    /// Names of mentions and of events stay too; they are the host's. So do the platform's
    /// identifiers of messages, by which replies find what they answer.
    ///
    /// # Example
    /// ```
    /// use webcare::case::Case;
    ///
    /// let mut case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
    ///     {"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "m-1", "author": "lotte"},
    ///     {"id": "n-1", "at": "2026-11-02T09:10:00Z", "kind": "noted", "text": "Woont in Gent"}
    /// ]}"#)?;
    /// case.redact();
    /// assert_eq!(case.received().next().unwrap().author(), None);
    /// assert!(!serde_json::to_string(&case)?.contains("Gent"));
    /// assert_eq!(case.unanswered().len(), 1);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn redact(&mut self) {
        self.change_events(Event::forget);
    }
}

impl Event {
    fn forget(&mut self) {
        match &mut self.kind {
            EventKind::Received(received) => received.message_mut().forget_author(),
            EventKind::Noted { text } => GONE.clone_into(text),
            EventKind::DeliveryFailed { reason: Some(reason), .. }
            | EventKind::StatusChanged { reason: Some(reason), .. } => GONE.clone_into(reason),
            EventKind::HandedOver(handover) => handover.forget(),
            EventKind::Promised(promised) => promised.forget(),
            EventKind::Resolved(resolution) => resolution.forget(),
            EventKind::Other { data, .. } => {
                let words = data.values_mut().filter(|value| !value.is_boolean());
                for value in words {
                    *value = serde_json::Value::from(GONE);
                }
            }
            _ => {}
        }
    }
}
