//! From instants to places on the paper: opening time at full width, closed time narrow.

use chrono::{DateTime, TimeDelta, Utc};
use webcare::calendar::Calendar;

/// Width of an hour in which it is open.
const HOUR: f64 = 32.0;

/// A stretch of time in which it is all open or all closed.
#[derive(Clone, Copy)]
pub(crate) struct Stretch {
    pub(crate) from: DateTime<Utc>,
    pub(crate) to: DateTime<Utc>,
    pub(crate) is_open: bool,
    pub(crate) x: f64,
    pub(crate) width: f64,
}

pub(crate) struct Scale {
    pub(crate) stretches: Vec<Stretch>,
}

fn hours(span: TimeDelta) -> f64 {
    span.as_seconds_f64() / 3600.0
}

impl Scale {
    /// The stretches of a calendar from one instant to another, from `left` on.
    pub(crate) fn new(
        calendar: &Calendar,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        left: f64,
    ) -> Self {
        let mut stretches = Vec::new();
        let (mut at, mut x) = (from, left);
        let mut add = |to: DateTime<Utc>, is_open: bool| {
            if to > at {
                let long = hours(to - at);
                let width = if is_open { long * HOUR } else { (long * HOUR).min(26.0 + long) };
                stretches.push(Stretch { from: at, to, is_open, x, width });
                (at, x) = (to, x + width);
            }
        };
        for open in calendar.openings(from, to) {
            add(open.from(), false);
            add(open.to(), true);
        }
        add(to, false);
        Self { stretches }
    }

    /// Where an instant lies; at the edge when it is beyond.
    pub(crate) fn x(&self, at: DateTime<Utc>) -> f64 {
        let stretch = self.stretches.iter().find(|stretch| at < stretch.to);
        match stretch.or(self.stretches.last()) {
            Some(Stretch { from, to, x, width, .. }) => {
                let share = hours(at - *from) / hours(*to - *from);
                x + width * share.clamp(0.0, 1.0)
            }
            None => 0.0,
        }
    }

    pub(crate) fn right(&self) -> f64 {
        self.stretches.last().map_or(0.0, |last| last.x + last.width)
    }
}
