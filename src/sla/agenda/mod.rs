//! Which case is next.

mod entry;
mod item;
mod key;

pub use entry::Entry;
pub use item::Item;

use crate::case::CaseId;
use chrono::{DateTime, Utc};
use key::Key;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Open cases in the order in which they want attention, and when the next one changes.
///
/// First come those that are late, the most urgent first, then the one due first. Then
/// those that are imminent, then those that have time, each by what is due first, then by
/// urgency. Then those whose clocks stand still, and those with nothing due. What is equal
/// in all that goes by who waits longest, then by name. So the same cases have the same
/// order, whatever the order in which they were put in.
///
/// A host puts a case in again whenever its log changes, takes it out when it is resolved,
/// and sleeps until [`next_wakeup`](Self::next_wakeup). Then [`advance`](Self::advance)
/// says which cases changed by time alone.
///
/// To put in, to take out and to move cost a few comparisons for each doubling of the
/// number of cases. A case takes about 300 bytes, a short name included.
///
/// # Example
/// ```
/// use chrono::{DateTime, TimeDelta, Utc};
/// use webcare::Priority;
/// use webcare::calendar::Calendars;
/// use webcare::case::{Case, CaseId};
/// use webcare::mention::Mention;
/// use webcare::sla::{Agenda, Entry, Policies};
///
/// let policies = Policies::from_value(&serde_json::json!([
///     { "id": "all", "first_response": { "urgent": "1h", "default": "4h" } },
/// ]))?;
/// let calendars = Calendars::default();
/// let start = DateTime::<Utc>::UNIX_EPOCH;
/// let mut agenda = Agenda::new(start);
/// for (id, priority) in [("calm", Priority::Normal), ("pressing", Priority::Urgent)] {
///     let mention = Mention::builder(id).published_at(start).build()?;
///     let case = Case::open(CaseId::new(id)?, &mention, start);
///     let deadlines = policies.deadlines(&case, priority, &calendars, start)?;
///     agenda.put(case.id().clone(), Entry::new(priority, &deadlines));
/// }
/// let first = agenda.first().unwrap();
/// assert_eq!(first.to_string(), "pressing: pending, first_response due 1970-01-01T01:00:00Z, urgent");
/// assert_eq!(agenda.next_wakeup(), Some(start + TimeDelta::minutes(45)));
///
/// let changed = agenda.advance(start + TimeDelta::minutes(45));
/// assert_eq!(changed, [CaseId::new("pressing")?]);
/// assert_eq!(agenda.first().unwrap().status(), webcare::sla::Status::Imminent);
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Agenda {
    now: DateTime<Utc>,
    entries: HashMap<Arc<CaseId>, Entry>,
    order: BTreeSet<Key>,
    wheel: BTreeSet<(DateTime<Utc>, Arc<CaseId>)>,
}

impl Agenda {
    /// An empty one, as it is at `now`.
    #[must_use]
    pub fn new(now: DateTime<Utc>) -> Self {
        Self { now, entries: HashMap::new(), order: BTreeSet::new(), wheel: BTreeSet::new() }
    }

    /// One with all these cases, as it is at `now`; faster than to put them in one by one.
    /// Of two cases of one name the later one counts.
    #[must_use]
    pub fn with(cases: impl IntoIterator<Item = (CaseId, Entry)>, now: DateTime<Utc>) -> Self {
        let entries: HashMap<Arc<CaseId>, Entry> =
            cases.into_iter().map(|(id, entry)| (Arc::new(id), entry)).collect();
        let mut keys: Vec<Key> =
            entries.iter().map(|(id, entry)| Key::new(id.clone(), entry, now)).collect();
        keys.sort_unstable();
        let wakes = |(id, entry): (&Arc<CaseId>, &Entry)| Some((entry.wake(now)?, id.clone()));
        let mut wheel: Vec<(DateTime<Utc>, Arc<CaseId>)> =
            entries.iter().filter_map(wakes).collect();
        wheel.sort_unstable();
        let (order, wheel) = (keys.into_iter().collect(), wheel.into_iter().collect());
        Self { now, entries, order, wheel }
    }

    /// Puts a case in, in the place of what was known of it.
    pub fn put(&mut self, id: CaseId, entry: Entry) {
        let id = match self.entries.remove_entry(&id) {
            Some((id, old)) => {
                self.forget(&id, &old);
                id
            }
            None => Arc::new(id),
        };
        self.place(&id, &entry);
        self.entries.insert(id, entry);
    }

    /// Takes a case out, and says whether it was in.
    pub fn remove(&mut self, id: &CaseId) -> bool {
        let Some((id, entry)) = self.entries.remove_entry(id) else { return false };
        self.forget(&id, &entry);
        true
    }

    fn place(&mut self, id: &Arc<CaseId>, entry: &Entry) {
        self.order.insert(Key::new(id.clone(), entry, self.now));
        if let Some(wake) = entry.wake(self.now) {
            self.wheel.insert((wake, id.clone()));
        }
    }

    fn forget(&mut self, id: &Arc<CaseId>, entry: &Entry) {
        self.order.remove(&Key::new(id.clone(), entry, self.now));
        if let Some(wake) = entry.wake(self.now) {
            self.wheel.remove(&(wake, id.clone()));
        }
    }

    /// Goes on to `now`, and says for which cases something changed by then: a warning was
    /// reached, or the due time has passed. Those that changed first come first. To go back
    /// in time changes nothing.
    pub fn advance(&mut self, now: DateTime<Utc>) -> Vec<CaseId> {
        let mut changed: Vec<Arc<CaseId>> = Vec::new();
        if now <= self.now {
            return Vec::new();
        }
        while let Some((wake, _)) = self.wheel.first()
            && *wake <= now
            && let Some((_, id)) = self.wheel.pop_first()
        {
            if let Some(entry) = self.entries.get(&id) {
                self.order.remove(&Key::new(id.clone(), entry, self.now));
            }
            changed.push(id);
        }
        self.now = now;
        for id in &changed {
            let Some(entry) = self.entries.get(id) else { continue };
            self.order.insert(Key::new(id.clone(), entry, now));
            if let Some(wake) = entry.wake(now) {
                self.wheel.insert((wake, id.clone()));
            }
        }
        changed.iter().map(|id| CaseId::clone(id)).collect()
    }

    /// When a case changes next by time alone; `None` when none does.
    #[must_use]
    pub fn next_wakeup(&self) -> Option<DateTime<Utc>> {
        self.wheel.first().map(|(wake, _)| *wake)
    }

    /// The case that is next.
    #[must_use]
    pub fn first(&self) -> Option<Item<'_>> {
        self.iter().next()
    }

    /// The cases, the next one first.
    pub fn iter(&self) -> impl Iterator<Item = Item<'_>> {
        self.order.iter().filter_map(|key| {
            let (id, entry) = self.entries.get_key_value(key.id())?;
            Some(Item::new(id, entry, self.now))
        })
    }

    /// What is known of a case.
    #[must_use]
    pub fn get(&self, id: &CaseId) -> Option<Item<'_>> {
        let (id, entry) = self.entries.get_key_value(id)?;
        Some(Item::new(id, entry, self.now))
    }

    /// How many cases there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}
