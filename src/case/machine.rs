//! What may be done to a case as it stands.

use super::{Case, Conventions, Event, EventKind, Recorded, Resolution, Standing, Status};
use crate::Error;

impl Case {
    /// Does something to the case: records the event if the case, as it stood at its time,
    /// allows it. What is told of the world outside (a message came, an answer arrived or
    /// failed, a note) is always allowed; [`record`](Self::record) takes everything, since
    /// a log that is put together again may come in any order.
    ///
    /// # Errors
    /// When the case refuses, and the error says why: a resolved case is opened before it
    /// is worked on, and resolved once, with an outcome; one that is resolved as answered
    /// has an answer; a promise that is kept was made; a status that is left is not the
    /// one that is entered. And whenever [`record`](Self::record) refuses it.
    ///
    /// # Example
    /// ```
    /// use webcare::case::{Actor, Case, Event, EventId, EventKind, Resolution};
    ///
    /// let mut case: Case = serde_json::from_str(r#"{"id": "c-1", "log": [
    ///     {"at": "2026-11-02T09:00:00Z", "kind": "received", "mention": "m-1"}
    /// ]}"#).unwrap();
    /// let at = "2026-11-02T09:30:00Z".parse().unwrap();
    /// let done = EventKind::Resolved(Resolution::Answered);
    /// let event = Event::new(EventId::new("r-1")?, at, Actor::agent("Noor"), done);
    /// assert_eq!(
    ///     case.act(event).unwrap_err().to_string(),
    ///     "event \"r-1\": it cannot be resolved as answered: there is no answer",
    /// );
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub fn act(&mut self, event: Event) -> Result<Recorded, Error> {
        if self.event(&event.id).is_none()
            && let Some(reason) = self.refusal(&event)
        {
            return Err(Error::refused(event.id.as_str(), reason));
        }
        self.record(event)
    }

    /// Why the case, as it stood at the time of the event, does not allow it.
    fn refusal(&self, event: &Event) -> Option<String> {
        let conventions = Conventions::DEFAULT;
        let standing = self.standing_by(&conventions, Some(event.at));
        match &event.kind {
            EventKind::Assigned { .. } | EventKind::HandedOver(_) => {
                closed(&standing, "given to somebody")
            }
            EventKind::Promised(_) => closed(&standing, "given a promise"),
            EventKind::StatusChanged { to: Status::Resolved, .. } => {
                Some("it is resolved with an outcome, found only the status".to_owned())
            }
            EventKind::StatusChanged { to, .. } if *to == standing.status() => {
                Some(format!("it is {to} already"))
            }
            EventKind::StatusChanged { to: Status::Open, .. } => None,
            EventKind::StatusChanged { .. } => closed(&standing, "made to wait"),
            EventKind::Resolved(resolution) => self.unresolvable(event, resolution, &standing),
            EventKind::PromiseKept { promise } => {
                let promises = self.promises(&conventions, Some(event.at));
                match promises.iter().find(|known| known.id() == promise) {
                    None => Some(format!("there is no promise \"{promise}\"")),
                    Some(known) if !known.is_open() => {
                        Some(format!("the promise \"{promise}\" is open no more"))
                    }
                    Some(_) => None,
                }
            }
            EventKind::Merged { case } if case == self.id() => {
                Some("a case cannot become part of itself".to_owned())
            }
            _ => None,
        }
    }

    fn unresolvable(
        &self,
        event: &Event,
        resolution: &Resolution,
        standing: &Standing<'_>,
    ) -> Option<String> {
        if standing.status() == Status::Resolved {
            let outcome = standing.resolution().map_or_else(String::new, |it| format!(" ({it})"));
            return Some(format!("it is resolved already{outcome}"));
        }
        if resolution.is_answer() && !self.answers().iter().any(|answer| answer.at() <= event.at) {
            return Some("it cannot be resolved as answered: there is no answer".to_owned());
        }
        match resolution {
            Resolution::Duplicate { of } if of == self.id() => {
                Some("a case cannot be a duplicate of itself".to_owned())
            }
            _ => None,
        }
    }
}

fn closed(standing: &Standing<'_>, what: &str) -> Option<String> {
    (standing.status() == Status::Resolved)
        .then(|| format!("it is resolved, and cannot be {what} until it is opened again"))
}
