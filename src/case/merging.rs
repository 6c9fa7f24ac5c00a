//! Two cases of one person become one.

use super::{Actor, CaseId, Cases, Event, EventId, EventKind, Placement};
use crate::Error;
use chrono::{DateTime, Utc};

impl Cases {
    /// Merges two cases of one person, for instance of two channels: `gone` becomes part of
    /// `stays`, its name leads there, and both logs are one from then on. What neither has
    /// answered waits from its own time. The log says that it was done, at `at`, by `by`.
    ///
    /// # Errors
    /// When one of them is not there, or both are one already.
    ///
    /// # Example
    /// ```
    /// use chrono::{DateTime, Utc};
    /// use webcare::case::{Actor, Cases};
    /// use webcare::mention::{Author, ChannelKind, Mention};
    ///
    /// let now = DateTime::<Utc>::UNIX_EPOCH;
    /// let on = |id: &str, channel| Mention::builder(id).channel(channel).author(Author::named("Lotte"));
    /// let mut cases = Cases::new();
    /// let tweet = cases.receive(&on("x-1", ChannelKind::X).build()?, now);
    /// let app = cases.receive(&on("w-1", ChannelKind::WhatsApp).build()?, now);
    ///
    /// let (tweet, app) = (tweet.case().unwrap(), app.case().unwrap());
    /// cases.merge(app, tweet, now, Actor::agent("Noor"))?;
    /// assert_eq!(cases.get(app).unwrap().id(), tweet);
    /// assert_eq!(cases.get(tweet).unwrap().received().count(), 2);
    /// let error = cases.merge(app, tweet, now, Actor::agent("Noor")).unwrap_err();
    /// assert_eq!(error.to_string(), "event \"merged:w-1\": both are the case \"x-1\" already");
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub fn merge(
        &mut self,
        gone: &CaseId,
        stays: &CaseId,
        at: DateTime<Utc>,
        by: Actor,
    ) -> Result<Placement, Error> {
        let id = EventId::of_merged(gone);
        let refused = |reason: String| Error::refused(id.as_str(), reason);
        let (gone, stays) = (self.current(gone).clone(), self.current(stays).clone());
        if gone == stays {
            return Err(refused(format!("both are the case \"{stays}\" already")));
        }
        for name in [&gone, &stays] {
            if !self.by_name.contains_key(name) {
                return Err(refused(format!("there is no case \"{name}\"")));
            }
        }
        let mut placement = Placement::default();
        let merged = EventKind::Merged { case: gone.clone() };
        if let Some(case) = self.by_name.get_mut(&stays) {
            case.record(Event::new(id.clone(), at, by, merged))?;
        }
        if let Some(other) = self.by_name.remove(&gone)
            && let Some(case) = self.by_name.get_mut(&stays)
        {
            case.absorb(other);
        }
        self.merged.insert(gone.clone(), stays.clone());
        placement.merged_into(gone, stays.clone());
        placement.at(Some(stays));
        Ok(placement)
    }

    /// Forgets the customer of a case, as [`Case::redact`](super::Case::redact) does, and
    /// says whether there is such a case. What is known for finding the conversation again
    /// stays until the cases are read back from what was written.
    ///
    /// # Example
    /// ```
    /// use chrono::{DateTime, Utc};
    /// use webcare::case::Cases;
    /// use webcare::mention::{Author, Mention};
    ///
    /// let lotte = Mention::builder("m-1").author(Author::named("Lotte")).build()?;
    /// let mut cases = Cases::new();
    /// let id = cases.receive(&lotte, DateTime::<Utc>::UNIX_EPOCH).case().unwrap().clone();
    /// assert!(cases.redact(&id));
    /// assert!(!serde_json::to_string(&cases).unwrap().contains("Lotte"));
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub fn redact(&mut self, id: &CaseId) -> bool {
        let id = self.current(id).clone();
        let case = self.by_name.get_mut(&id);
        case.map(super::Case::redact).is_some()
    }
}
