//! When there is little time left.

use super::duration::Duration;
use crate::config::Node;
use chrono::TimeDelta;
use serde::{Serialize, Serializer};

/// When a running deadline is at risk. Written as a share of the target from 0 to 1, such
/// as `0.75`, or as the time that is left, such as `"15m"`; both in the time in which the
/// target is counted, with a day of 24 hours.
///
/// # Example
/// ```
/// use webcare::sla::AtRisk;
///
/// assert_eq!(AtRisk::default(), AtRisk::Share(0.75));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum AtRisk {
    /// From the moment that this share of the target has passed.
    Share(f64),
    /// From the moment that no more than this is left.
    Left(TimeDelta),
}

impl Default for AtRisk {
    /// Three quarters of the target.
    fn default() -> Self {
        Self::Share(0.75)
    }
}

impl AtRisk {
    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
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

    /// Whether little is left of `total`.
    pub(super) fn is_reached(self, left: TimeDelta, total: TimeDelta) -> bool {
        match self {
            Self::Left(least) => left <= least,
            Self::Share(share) => milliseconds(total - left) >= share * milliseconds(total),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "exact up to 285,000 years")]
fn milliseconds(span: TimeDelta) -> f64 {
    span.num_milliseconds() as f64
}

impl Serialize for AtRisk {
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
    use super::AtRisk;
    use chrono::TimeDelta;

    #[test]
    fn the_boundary_belongs_to_the_risk() {
        let hours = TimeDelta::hours;
        for (at_risk, left, total, reached) in [
            (AtRisk::Share(0.75), hours(1), hours(4), true),
            (AtRisk::Share(0.75), hours(1) + TimeDelta::seconds(1), hours(4), false),
            (AtRisk::Left(hours(1)), hours(1), hours(4), true),
            (AtRisk::Left(hours(1)), hours(1) + TimeDelta::seconds(1), hours(4), false),
            (AtRisk::Share(0.0), hours(4), hours(4), true),
            (AtRisk::Share(1.0), TimeDelta::seconds(1), hours(4), false),
        ] {
            assert_eq!(at_risk.is_reached(left, total), reached, "{at_risk:?} {left} {total}");
        }
    }
}
