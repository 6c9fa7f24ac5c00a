//! When there is little time left.

use super::duration::Duration;
use crate::config::Node;
use chrono::TimeDelta;
use serde::{Serialize, Serializer};

/// When a running deadline is imminent. Written as a share of the target from 0 to 1, such
/// as `0.75`, or as the time that is left, such as `"15m"`; both in the time in which the
/// target is counted, with a day of 24 hours.
///
/// A policy may give several: the deadline is imminent from the first on, and tells how
/// many are reached.
///
/// # Example
/// ```
/// use webcare::sla::Warning;
///
/// assert_eq!(Warning::default(), Warning::Share(0.75));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Warning {
    /// From the moment that this share of the target has passed.
    Share(f64),
    /// From the moment that no more than this is left.
    Left(TimeDelta),
}

impl Default for Warning {
    /// Three quarters of the target.
    fn default() -> Self {
        Self::Share(0.75)
    }
}

impl Warning {
    /// The most warnings of one target.
    const MOST: usize = 16;

    fn read(node: &Node<'_>) -> Option<Self> {
        if let Some(share) = node.value().as_f64() {
            if (0.0..=1.0).contains(&share) {
                return Some(Self::Share(share));
            }
            node.fault(format!("expected a share from 0 to 1, found {share}"));
            return None;
        }
        let Some(left) = node.value().as_str().and_then(Duration::parse) else {
            node.fault("expected a share such as 0.75 or a duration such as \"15m\"");
            return None;
        };
        Some(Self::Left(left.by_the_clock()))
    }

    /// One, or a list of several.
    pub(super) fn read_all(node: &Node<'_>) -> Option<Vec<Self>> {
        if !node.value().is_array() {
            return Self::read(node).map(|one| vec![one]);
        }
        let all = node.each(Self::read)?;
        if all.len() > Self::MOST {
            node.fault(format!("expected at most {} warnings, found {}", Self::MOST, all.len()));
            return None;
        }
        Some(all)
    }

    /// How much of `total` has passed when it is reached; nothing where it is from the start.
    pub(super) fn passed(self, total: TimeDelta) -> TimeDelta {
        match self {
            Self::Left(least) => (total - least).max(TimeDelta::zero()),
            Self::Share(share) => whole(share * milliseconds(total)),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a share of what was a whole number")]
fn whole(milliseconds: f64) -> TimeDelta {
    TimeDelta::milliseconds(milliseconds.ceil() as i64)
}

#[expect(clippy::cast_precision_loss, reason = "exact up to 285,000 years")]
fn milliseconds(span: TimeDelta) -> f64 {
    span.num_milliseconds() as f64
}

impl Serialize for Warning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Share(share) => serializer.serialize_f64(*share),
            Self::Left(left) => {
                let seconds = u32::try_from(left.num_seconds()).unwrap_or(u32::MAX);
                serializer.collect_str(&Duration { days: 0, seconds })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Warning;
    use chrono::TimeDelta;

    #[test]
    fn the_boundary_belongs_to_the_warning() {
        let hours = TimeDelta::hours;
        for (warning, left, total, reached) in [
            (Warning::Share(0.75), hours(1), hours(4), true),
            (Warning::Share(0.75), hours(1) + TimeDelta::seconds(1), hours(4), false),
            (Warning::Left(hours(1)), hours(1), hours(4), true),
            (Warning::Left(hours(1)), hours(1) + TimeDelta::seconds(1), hours(4), false),
            (Warning::Share(0.0), hours(4), hours(4), true),
            (Warning::Share(1.0), TimeDelta::seconds(1), hours(4), false),
        ] {
            let is_reached = total - left >= warning.passed(total);
            assert_eq!(is_reached, reached, "{warning:?} {left} {total}");
        }
    }
}
