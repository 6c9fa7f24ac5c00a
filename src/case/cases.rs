//! Which case a message belongs to.

use super::conversation::{Conversations, Node};
use super::placing::{Said, Target};
use super::talk::Talk;
use super::{Case, CaseId, Conventions, Event, EventKind, Placement, Recorded};
use crate::Error;
use crate::mention::{Mention, MentionId};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, HashMap};

/// Open cases, and which of them a mention belongs to: one case per conversation and
/// author.
///
/// A conversation is what hangs together by replies and threads within one channel and
/// account; where two parties talk without a thread (direct messages, WhatsApp), author
/// and account make it. Replies may come before their parents. When a late message shows
/// that two cases of one author are one conversation, they are merged: the name of the
/// case that began first stays, the other name leads to it. Messages in any order of
/// arrival give the same cases, but for their names. A writer of whom nothing is known is
/// a new author each time, except between two parties.
///
/// A message of ours belongs to the case of the message it answers, and
/// [waits](Self::waiting) until that is there. One that names no message belongs to each
/// case of the conversation that had begun by then.
///
/// Where the [conventions](Self::with_conventions) limit how long a case is opened again, a
/// later message opens a new case; then it matters that the cases know by then that it was
/// resolved.
///
/// Placing a message costs a few look-ups; what is merged is moved from the smaller to the
/// larger. Written as its cases and what waits.
///
/// # Example
/// ```
/// use chrono::{DateTime, Utc};
/// use webcare::case::Cases;
/// use webcare::mention::{Author, ChannelKind, Mention, Thread};
///
/// let now = DateTime::<Utc>::UNIX_EPOCH;
/// let post = |id: &str, parent: Option<&str>| {
///     let thread = Thread { parent: parent.map(str::to_owned), ..Thread::default() };
///     let author = Author::handle("@lotte");
///     Mention::builder(id).channel(ChannelKind::Mastodon).author(author).thread(thread).build()
/// };
/// let mut cases = Cases::new();
/// cases.receive(&post("1", None)?, now);
/// cases.receive(&post("3", Some("2"))?, now); // its parent is not there yet
/// assert_eq!(cases.len(), 2);
///
/// let placed = cases.receive(&post("2", Some("1"))?, now);
/// assert_eq!(cases.len(), 1);
/// assert_eq!(placed.merged().len(), 1);
/// assert_eq!(cases.iter().next().unwrap().received().count(), 3);
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Cases {
    pub(super) conventions: Conventions,
    pub(super) by_name: BTreeMap<CaseId, Case>,
    pub(super) merged: BTreeMap<CaseId, CaseId>,
    pub(super) conversations: Conversations,
    pub(super) talks: BTreeMap<Node, Talk>,
    pub(super) said: HashMap<Node, Said>,
    pub(super) known: HashMap<MentionId, Node>,
    pub(super) waiting: BTreeMap<Node, Vec<(Node, Event)>>,
}

impl Cases {
    /// No cases yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// No cases yet, with other conventions: of these, how long a resolved case is opened
    /// again by a message, and whether by thanks alone.
    ///
    /// # Example
    /// ```
    /// use webcare::case::{Actor, Cases, Conventions, Event, EventId, EventKind, Resolution};
    /// use webcare::mention::{Author, Mention, Thread};
    ///
    /// let day = |day: u32| format!("2026-11-{day:02}T09:00:00Z").parse().unwrap();
    /// let post = |id: &str, at| {
    ///     let builder = Mention::builder(id).author(Author::named("Jan")).published_at(at);
    ///     builder.thread(Thread { id: Some("t".to_owned()), ..Thread::default() }).build()
    /// };
    /// let week = Conventions::from_value(&serde_json::json!({ "reopen_days": 7 }))?;
    /// let mut cases = Cases::with_conventions(week);
    /// let first = cases.receive(&post("m-1", day(2))?, day(2)).case().unwrap().clone();
    /// let spam = EventKind::Resolved(Resolution::Spam);
    /// cases.record(&first, Event::new(EventId::new("r-1")?, day(3), Actor::agent("Noor"), spam))?;
    ///
    /// assert_eq!(cases.receive(&post("m-2", day(10))?, day(10)).case(), Some(&first));
    /// let spam = EventKind::Resolved(Resolution::Spam);
    /// cases.record(&first, Event::new(EventId::new("r-2")?, day(11), Actor::agent("Noor"), spam))?;
    /// let later = cases.receive(&post("m-3", day(20))?, day(20));
    /// assert!(later.is_opening());
    /// assert_eq!(cases.len(), 2);
    /// # Ok::<(), webcare::Error>(())
    /// ```
    #[must_use]
    pub fn with_conventions(conventions: Conventions) -> Self {
        Self { conventions, ..Self::default() }
    }

    /// Takes in a mention that is in hand at `now`, of the customer or of ours, and says
    /// where it belongs. The same message twice, by its name or by its
    /// [key](Mention::dedup_key), is one.
    pub fn receive(&mut self, mention: &Mention, now: DateTime<Utc>) -> Placement {
        self.take(Event::of(mention, now), None)
    }

    /// The same, for an event made by [`Event::of`]; this is how to tell that a message is
    /// [thanks alone](Event::with_thanks).
    ///
    /// # Errors
    /// When the event brings no message, or contradicts itself; see
    /// [`Error::is_refused`].
    pub fn place(&mut self, event: Event) -> Result<Placement, Error> {
        let reason = match event.message() {
            None => Some("expected a message".to_owned()),
            Some(_) => event.contradiction(),
        };
        match reason {
            Some(reason) => Err(Error::refused(event.id().as_str(), reason)),
            None => Ok(self.take(event, None)),
        }
    }

    /// Adds an event that is no mention to the case of that name: an answer that was
    /// sent, a note, an assignment.
    ///
    /// # Errors
    /// When there is no such case, when the event brings a mention (see
    /// [`place`](Self::place)), or when [`Case::record`] refuses it.
    ///
    /// # Example
    /// ```
    /// use chrono::{DateTime, Utc};
    /// use webcare::case::{Actor, Answered, Cases, Event, EventId, EventKind};
    /// use webcare::mention::{Author, Mention, Thread};
    ///
    /// let now = DateTime::<Utc>::UNIX_EPOCH;
    /// let jan = Mention::builder("1").author(Author::named("Jan"));
    /// let mut cases = Cases::new();
    /// let placed = cases.receive(&jan.clone().build()?, now);
    ///
    /// let sent = EventKind::Answered(Answered::new().sent_as("2"));
    /// let answer = Event::new(EventId::new("a-1")?, now, Actor::agent("Noor"), sent);
    /// cases.record(placed.case().unwrap(), answer)?;
    ///
    /// // Jan replies to what we sent: it is the same conversation.
    /// let mut builder = Mention::builder("3").author(Author::named("Jan"));
    /// let reply = builder.thread(Thread::reply_to("2")).build()?;
    /// assert_eq!(cases.receive(&reply, now).case(), placed.case());
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub fn record(&mut self, id: &CaseId, event: Event) -> Result<Recorded, Error> {
        if event.message().is_some() {
            let reason = "a mention finds its own case; expected another event";
            return Err(Error::refused(event.id().as_str(), reason));
        }
        let id = self.current(id).clone();
        let Some(case) = self.by_name.get_mut(&id) else {
            let reason = format!("there is no case \"{id}\"");
            return Err(Error::refused(event.id().as_str(), reason));
        };
        let sent_as = match event.kind() {
            EventKind::Answered(answered) => answered.external_id().map(str::to_owned),
            _ => None,
        };
        let recorded = case.record(event)?;
        let first = case.received().next().cloned();
        if let (Some(sent_as), Some(message)) = (sent_as, first) {
            self.sent(&message, &sent_as);
        }
        Ok(recorded)
    }

    /// The case of that name, or the one it has been merged into.
    #[must_use]
    pub fn get(&self, id: &CaseId) -> Option<&Case> {
        self.by_name.get(self.current(id))
    }

    /// The case that a mention belongs to. `None` for one that is not known, waits, or was
    /// said to nobody in particular.
    #[must_use]
    pub fn of(&self, mention: &MentionId) -> Option<&Case> {
        self.by_name.get(self.case_at(*self.known.get(mention)?)?)
    }

    /// All cases, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = &Case> {
        self.by_name.values()
    }

    /// How many cases there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_name.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }

    /// Messages of ours that are in no case until what they answer is there, or that were
    /// said to nobody in particular.
    pub fn waiting(&self) -> impl Iterator<Item = &Event> {
        let held = self.waiting.values().flatten().map(|(_, event)| event);
        held.chain(self.talks.values().flat_map(Talk::to_all))
    }

    /// The name that a case goes by now.
    pub(super) fn current<'n>(&'n self, mut id: &'n CaseId) -> &'n CaseId {
        while let Some(into) = self.merged.get(id) {
            id = into;
        }
        id
    }

    /// The case of what was said at a node.
    pub(super) fn case_at(&self, node: Node) -> Option<&CaseId> {
        let (node, party) = match self.said.get(&node)? {
            Said::Theirs(party) => (node, party),
            Said::Ours(Some(Target::Writer(writer))) => match self.said.get(writer)? {
                Said::Theirs(party) => (*writer, party),
                Said::Ours(_) => return None,
            },
            Said::Ours(_) => return None,
        };
        let talk = self.talks.get(&self.conversations.find(node))?;
        talk.shares.get(party).map(|share| self.current(&share.case))
    }
}
