//! What the number of followers counts for.

use super::range::{MOST_POINTS, as_cap, as_points, points, within};
use crate::config::Node;
use serde::Serialize;

/// Over which growth of the number of followers the points of [`ReachPoints`] come once.
///
/// # Example
/// ```
/// use webcare::classify::Growth;
///
/// assert_eq!(serde_json::to_value(Growth::Doubling)?, "doubling");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Growth {
    /// For each time twice as many.
    Doubling,
    /// For each time ten times as many.
    Tenfold,
}

/// What the number of followers counts for: it grows with the logarithm, so that a voice
/// that carries ten times as far counts for some points more, not for ten times as many.
///
/// | key | value |
/// |---|---|
/// | `points` | −100 to 100: what each growth brings |
/// | `per` | `tenfold` or `doubling`; `tenfold` if absent |
/// | `above` | the number of followers up to which nothing counts: 1 or more; 100 if absent, a judgement of ours |
/// | `most` | 0 to 100: the most that it brings or takes in all; 100 if absent |
///
/// # Example
/// ```
/// use webcare::classify::{Growth, ReachPoints};
///
/// let reach = ReachPoints::new(5.0, Growth::Tenfold).above(1_000).most(12.0);
/// assert_eq!(reach.of(800), 0.0);
/// assert_eq!(reach.of(10_000), 5.0);
/// assert_eq!(reach.of(50_000_000), 12.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ReachPoints {
    points: f32,
    per: Growth,
    above: u64,
    most: f32,
}

/// The number of followers up to which a voice is like any other.
const ABOVE: u64 = 100;

impl ReachPoints {
    /// So many points (clamped to −100..=100) for each growth above 100 followers.
    #[must_use]
    pub const fn new(points: f32, per: Growth) -> Self {
        Self { points: as_points(points), per, above: ABOVE, most: MOST_POINTS }
    }

    /// The same, counting above so many followers; 0 is taken for 1.
    #[must_use]
    pub const fn above(mut self, followers: u64) -> Self {
        self.above = if followers == 0 { 1 } else { followers };
        self
    }

    /// The same with at most so many points (clamped to 0..=100), up or down.
    #[must_use]
    pub const fn most(mut self, points: f32) -> Self {
        self.most = as_cap(points);
        self
    }

    /// The points that so many followers count for, to a tenth.
    #[must_use]
    pub fn of(&self, followers: u64) -> f32 {
        if followers <= self.above {
            return 0.0;
        }
        #[expect(clippy::cast_precision_loss, reason = "only its logarithm counts")]
        let times = followers as f64 / self.above as f64;
        let steps = match self.per {
            Growth::Doubling => times.log2(),
            Growth::Tenfold => times.log10(),
        };
        #[expect(clippy::cast_possible_truncation, reason = "a logarithm of at most 64")]
        let points = self.points * steps as f32;
        (points.clamp(-self.most, self.most) * 10.0).round() / 10.0
    }

    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let growths = [("doubling", Growth::Doubling), ("tenfold", Growth::Tenfold)];
        let each = table.read("points", points);
        let per = table.read_or("per", Growth::Tenfold, |per| per.one_of(&growths));
        let above = table.read_or("above", ABOVE, |above| {
            let found = above.integer()?;
            let followers = u64::try_from(found).ok().filter(|followers| *followers > 0);
            if followers.is_none() {
                above.fault(format!("expected 1 or more, found {found}"));
            }
            followers
        });
        let most = table.read_or("most", MOST_POINTS, |most| within(most, 0.0, MOST_POINTS));
        table.finish();
        Some(Self { points: each?, per: per?, above: above?, most: most? })
    }
}
