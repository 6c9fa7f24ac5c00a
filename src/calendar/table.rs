//! The compiled calendar: pieces of time in order, with sums to search in.

use super::clock_changes::DAY;
use super::day_set::DaySet;
use super::pattern::{CLOSED, Pattern, State};

/// 1970-01-01, the first local day of a table, counted from itself.
pub(crate) const FIRST_DAY: i64 = 0;

/// 2099-12-31, the last local day of a table. The zone database that comes with the
/// crate is written out to the same year.
pub(crate) const LAST_DAY: i64 = 47_481;

/// Opening time between two fixed days, as pieces of instants that follow each other
/// without a gap. Instants are seconds since 1970-01-01T00:00:00Z.
///
/// On each piece one pattern holds: that of a week, shifted by the offset of the zone,
/// or that of a day of its own (a holiday, an exception, a change of the clocks). So a
/// question costs a search among the pieces and one within a pattern, whatever the span.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// In order; the last one starts where the table ends and never opens.
    pub(crate) pieces: Vec<Piece>,
    pub(crate) patterns: Vec<Pattern>,
    /// The days with opening time.
    pub(crate) days: DaySet,
}

/// A piece lasts until the next one starts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(crate) start: i64,
    /// Open seconds in all pieces before it.
    pub(crate) before: i64,
    /// Where in its pattern it starts.
    pub(crate) phase: u32,
    pub(crate) pattern: u32,
}

impl Piece {
    /// The instant at which its pattern would begin.
    fn origin(&self) -> i64 {
        self.start - i64::from(self.phase)
    }

    /// Open seconds before its pattern would begin.
    fn base(&self, pattern: &Pattern) -> i64 {
        self.before - pattern.state(self.phase.into()).opened
    }

    /// Open seconds in all pieces before the one that follows at `end`.
    pub(crate) fn opened_until(&self, end: i64, pattern: &Pattern) -> i64 {
        self.base(pattern) + pattern.state(end - self.origin()).opened
    }
}

impl Table {
    /// The first instant of the table.
    pub(crate) fn start(&self) -> i64 {
        self.pieces.first().map_or(0, |piece| piece.start)
    }

    /// The first instant after the table.
    pub(crate) fn end(&self) -> i64 {
        self.pieces.last().map_or(0, |piece| piece.start)
    }

    /// All open seconds.
    pub(crate) fn total(&self) -> i64 {
        self.pieces.last().map_or(0, |piece| piece.before)
    }

    /// The last piece for which `holds`; it holds for the first few only.
    fn last(&self, holds: impl Fn(&Piece) -> bool) -> Option<(&Piece, &Pattern)> {
        let count = self.pieces.partition_point(holds);
        let piece = self.pieces.get(count.checked_sub(1)?)?;
        Some((piece, self.pattern(piece.pattern)))
    }

    fn pattern(&self, number: u32) -> &Pattern {
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        self.patterns.get(number).unwrap_or(&CLOSED)
    }

    /// How things stand at `at`; outside of the table nothing is open.
    pub(crate) fn state(&self, at: i64) -> State {
        let Some((piece, pattern)) = self.last(|piece| piece.start <= at) else {
            return State::default();
        };
        let state = pattern.state(at - piece.origin());
        State { opened: piece.base(pattern) + state.opened, ..state }
    }

    /// The first instant before which `amount` seconds were open; at least one.
    pub(crate) fn first_with(&self, amount: i64) -> Option<i64> {
        if !(1..=self.total()).contains(&amount) {
            return None;
        }
        let (piece, pattern) = self.last(|piece| piece.before < amount)?;
        Some(piece.origin() + pattern.first_with(amount - piece.base(pattern)))
    }

    /// The last instant before which no more than `amount` seconds were open: there, or
    /// later, the next one begins.
    pub(crate) fn last_with(&self, amount: i64) -> Option<i64> {
        if !(0..self.total()).contains(&amount) {
            return None;
        }
        let (piece, pattern) = self.last(|piece| piece.before <= amount)?;
        Some(piece.origin() + pattern.last_with(amount - piece.base(pattern)))
    }

    /// Where the open span ends in which the open second `at` lies; `None` when it lasts
    /// to the end of the table.
    pub(crate) fn closing(&self, at: i64) -> Option<i64> {
        let start = self.start();
        let amount = at - start - self.state(at).opened;
        let (piece, pattern) = self.last(|piece| piece.start - start - piece.before <= amount)?;
        if piece.start == self.end() {
            return None;
        }
        let closed = amount - (piece.origin() - start - piece.base(pattern));
        Some(piece.origin() + pattern.last_with_closed(closed))
    }

    /// Bytes it takes.
    #[cfg(test)]
    pub(crate) fn size(&self) -> usize {
        let patterns: usize = self.patterns.iter().map(Pattern::size).sum();
        size_of::<Self>()
            + self.pieces.capacity() * size_of::<Piece>()
            + patterns
            + self.days.size()
    }
}

/// The day of the week of a local day, from Monday = 0.
pub(crate) fn day_of_week(day: i64) -> i64 {
    const THURSDAY: i64 = 3;
    (day + THURSDAY).rem_euclid(7)
}

/// The local day of a local second.
pub(crate) fn day_of(local: i64) -> i64 {
    local.div_euclid(DAY)
}
