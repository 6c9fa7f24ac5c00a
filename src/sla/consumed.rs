//! How much of its time a clock has used, piece by piece.
//!
//! A run is cut into pieces in which one policy counted it and it ran or stood still. What
//! was used in a piece was used, whatever policy comes after it.

use super::target::Target;
use super::{Counted, Policy};
use crate::Error;
use crate::calendar::Calendar;
use chrono::{DateTime, TimeDelta, Utc};

/// What counts for a run while it is judged as it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'p> {
    pub(super) policy: Option<&'p Policy>,
    pub(super) target: Option<Target>,
    pub(super) calendar: &'p Calendar,
    pub(super) counted: Counted,
}

impl Setting<'_> {
    /// Whether the two come to the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let policy = |it: &Self| it.policy.map(std::ptr::from_ref);
        policy(self) == policy(other) && self.target == other.target
    }

    /// Whether they count the same time.
    fn counts_like(&self, other: &Self) -> bool {
        self.counted == other.counted
            && (self.counted == Counted::Calendar || std::ptr::eq(self.calendar, other.calendar))
    }

    pub(super) fn between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> TimeDelta {
        match self.counted {
            Counted::Calendar => to - from,
            Counted::Opening => self.calendar.between(from, to),
        }
    }

    pub(super) fn add(&self, from: DateTime<Utc>, time: TimeDelta) -> Result<DateTime<Utc>, Error> {
        match self.counted {
            Counted::Opening => self.calendar.add(from, time),
            Counted::Calendar => from
                .checked_add_signed(time)
                .ok_or_else(|| Error::fault("due", "beyond the last instant that can be said")),
        }
    }
}

/// A piece of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'p> {
    pub(super) from: DateTime<Utc>,
    pub(super) to: DateTime<Utc>,
    pub(super) is_paused: bool,
    /// `None` while no policy applied.
    pub(super) setting: Option<Setting<'p>>,
    /// What had been used when it ended.
    used: TimeDelta,
}

/// The pieces of a run, and what was used in them.
#[derive(Clone, Debug)]
pub(super) struct Consumed<'p> {
    pieces: Vec<Piece<'p>>,
}

impl<'p> Consumed<'p> {
    pub(super) const fn new() -> Self {
        Self { pieces: Vec::new() }
    }

    /// Adds what follows on the pieces so far.
    pub(super) fn push(
        &mut self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        is_paused: bool,
        setting: Option<Setting<'p>>,
    ) {
        if let Some(last) = self.pieces.last_mut() {
            let is_like = match (&last.setting, &setting) {
                (Some(one), Some(other)) => one.is_like(other),
                (None, None) => true,
                _ => false,
            };
            if is_like && last.is_paused == is_paused {
                last.to = to;
                return;
            }
        }
        self.pieces.push(Piece { from, to, is_paused, setting, used: TimeDelta::zero() });
    }

    /// Counts; where no policy applied, `usual` does.
    pub(super) fn count(&mut self, usual: &Setting<'p>) {
        let mut used = TimeDelta::zero();
        for piece in &mut self.pieces {
            if !piece.is_paused {
                let setting = piece.setting.as_ref().unwrap_or(usual);
                used = used.checked_add(&setting.between(piece.from, piece.to)).unwrap_or(used);
            }
            piece.used = used;
        }
    }

    pub(super) fn pieces(&self) -> &[Piece<'p>] {
        &self.pieces
    }

    /// All that was used.
    pub(super) fn total(&self) -> TimeDelta {
        self.pieces.last().map_or(TimeDelta::zero(), |last| last.used)
    }

    /// The instant by which `length` has been used; where it has not, when it would be if
    /// the clock of `setting` went on after the last piece.
    fn used_up(
        &self,
        length: TimeDelta,
        usual: &Setting<'p>,
        setting: &Setting<'p>,
    ) -> Result<DateTime<Utc>, Error> {
        let index = self.pieces.partition_point(|piece| piece.used < length);
        let before = index.checked_sub(1).and_then(|index| self.pieces.get(index));
        let used = before.map_or(TimeDelta::zero(), |before| before.used);
        match (self.pieces.get(index), before) {
            (Some(piece), _) => {
                piece.setting.as_ref().unwrap_or(usual).add(piece.from, length - used)
            }
            (None, Some(last)) => setting.add(last.to, length - used),
            (None, None) => Err(Error::fault("due", "a run without time")),
        }
    }

    /// How long the target of `setting` is, and when it is due.
    pub(super) fn due(
        &self,
        target: Target,
        setting: &Setting<'p>,
        usual: &Setting<'p>,
    ) -> Result<(TimeDelta, DateTime<Utc>), Error> {
        let Some(first) = self.pieces.first() else {
            return Err(Error::fault("due", "a run without time"));
        };
        let runs_alike = |piece: &&Piece<'p>| {
            !piece.is_paused && piece.setting.as_ref().unwrap_or(usual).counts_like(setting)
        };
        let lead = self.pieces.iter().take_while(runs_alike).count();
        if lead == 0 {
            let length = match target.length() {
                Some(length) => length,
                None => setting.between(first.from, target.due(first.from, setting.calendar)?),
            };
            return Ok((length, self.used_up(length, usual, setting)?));
        }
        let direct = target.due(first.from, setting.calendar)?;
        let length = target.length().unwrap_or_else(|| setting.between(first.from, direct));
        let reached = lead.checked_sub(1).and_then(|last| self.pieces.get(last));
        let is_direct = lead == self.pieces.len() || reached.is_some_and(|last| direct <= last.to);
        let due = if is_direct { direct } else { self.used_up(length, usual, setting)? };
        Ok((length, due))
    }
}
