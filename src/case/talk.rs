//! The cases of one conversation, and what was said in it to nobody in particular.

use super::conversation::Party;
use super::{CaseId, Event, EventId};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// One party's share in a conversation: its case, and when that began.
#[derive(Clone, Debug)]
pub(super) struct Share {
    pub(super) case: CaseId,
    pub(super) since: DateTime<Utc>,
}

/// The cases of one conversation, and what we said in it to nobody in particular: that
/// belongs to each case that had begun by then.
#[derive(Clone, Debug, Default)]
pub(super) struct Talk {
    pub(super) shares: BTreeMap<Party, Share>,
    to_all: BTreeMap<(DateTime<Utc>, EventId), Event>,
}

/// What a change in a conversation asks for.
#[derive(Debug)]
pub(super) enum Task {
    /// The event belongs to the case.
    Add(CaseId, Event),
    /// The first case has become part of the second.
    Merge(CaseId, CaseId),
}

impl Talk {
    fn weight(&self) -> usize {
        self.shares.len() + self.to_all.len()
    }

    /// Notes that `party` wrote at `at`; its case, if it has one.
    pub(super) fn heard(
        &mut self,
        party: &Party,
        at: DateTime<Utc>,
        tasks: &mut Vec<Task>,
    ) -> Option<CaseId> {
        let share = self.shares.get_mut(party)?;
        if at < share.since {
            add(&self.to_all, &share.case, at, Some(share.since), tasks);
            share.since = at;
        }
        Some(share.case.clone())
    }

    /// Notes the case of a party that had none, begun at `since`.
    pub(super) fn open(
        &mut self,
        party: Party,
        case: CaseId,
        since: DateTime<Utc>,
        tasks: &mut Vec<Task>,
    ) {
        add(&self.to_all, &case, since, None, tasks);
        self.shares.insert(party, Share { case, since });
    }

    /// Notes what we said to nobody in particular.
    pub(super) fn said_to_all(&mut self, event: Event, tasks: &mut Vec<Task>) {
        for share in self.shares.values().filter(|share| share.since <= event.at) {
            tasks.push(Task::Add(share.case.clone(), event.clone()));
        }
        self.to_all.insert((event.at, event.id.clone()), event);
    }

    /// What was said to nobody in particular.
    pub(super) fn to_all(&self) -> impl Iterator<Item = &Event> {
        self.to_all.values()
    }

    /// Takes in a conversation that turned out to be the same.
    pub(super) fn absorb(&mut self, mut other: Self, tasks: &mut Vec<Task>) {
        if other.weight() > self.weight() {
            std::mem::swap(self, &mut other);
        }
        if !other.to_all.is_empty() {
            for (party, share) in &self.shares {
                if !other.shares.contains_key(party) {
                    add(&other.to_all, &share.case, share.since, None, tasks);
                }
            }
        }
        for (party, theirs) in std::mem::take(&mut other.shares) {
            let Some(mine) = self.shares.get_mut(&party) else {
                add(&self.to_all, &theirs.case, theirs.since, None, tasks);
                self.shares.insert(party, theirs);
                continue;
            };
            let since = mine.since.min(theirs.since);
            add(&self.to_all, &mine.case, since, Some(mine.since), tasks);
            add(&other.to_all, &mine.case, since, Some(theirs.since), tasks);
            let stays = (mine.since, &mine.case) <= (theirs.since, &theirs.case);
            if stays {
                tasks.push(Task::Merge(theirs.case, mine.case.clone()));
            } else {
                let gone = std::mem::replace(&mut mine.case, theirs.case);
                tasks.push(Task::Merge(gone, mine.case.clone()));
            }
            mine.since = since;
        }
        self.to_all.append(&mut other.to_all);
    }
}

/// What was said to all from `from` until just before `until` belongs to `case`.
fn add(
    to_all: &BTreeMap<(DateTime<Utc>, EventId), Event>,
    case: &CaseId,
    from: DateTime<Utc>,
    until: Option<DateTime<Utc>>,
    tasks: &mut Vec<Task>,
) {
    let later = to_all.range((from, EventId::unnamed())..);
    let within = later.take_while(|((at, _), _)| until.is_none_or(|until| *at < until));
    tasks.extend(within.map(|(_, event)| Task::Add(case.clone(), event.clone())));
}
