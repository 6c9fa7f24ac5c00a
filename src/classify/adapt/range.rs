//! Numbers of a configuration that have a range.

use crate::config::Node;

/// The most points of urgency that one reason brings or takes.
pub(super) const MOST_POINTS: f32 = 100.0;

/// A number from `low` to `high`.
pub(super) fn within(node: &Node<'_>, low: f32, high: f32) -> Option<f32> {
    let found = node.number()?;
    if !(f64::from(low)..=f64::from(high)).contains(&found) {
        node.fault(format!("expected {low} to {high}, found {found}"));
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "in a range where digits don't matter")]
    Some(found as f32)
}

/// Points of urgency: −100 to 100.
pub(super) fn points(node: &Node<'_>) -> Option<f32> {
    within(node, -MOST_POINTS, MOST_POINTS)
}

/// The same of a number that is in code: clamped; not-a-number is taken for 0.
pub(super) const fn as_points(points: f32) -> f32 {
    if points.is_nan() { 0.0 } else { points.clamp(-MOST_POINTS, MOST_POINTS) }
}

/// A cap: 0 to 100, clamped; not-a-number is taken for 0.
pub(super) const fn as_cap(most: f32) -> f32 {
    if most.is_nan() { 0.0 } else { most.clamp(0.0, MOST_POINTS) }
}

/// A number as it is written down. JSON knows no infinity and no not-a-number: these become
/// a number that is in no range, so that they are told and not left out.
pub(super) const fn written(number: f32) -> f32 {
    if number.is_finite() { number } else { f32::MAX }
}
