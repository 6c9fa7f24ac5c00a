//! What the things count for that a host knows.

use super::known::plain;
use super::points::{Critical, add};
use super::range::{MOST_POINTS, as_cap, as_points, points, within};
use super::{Known, ReachPoints, Thresholds};
use crate::classify::Urgency;
use crate::config::{Node, configured};
use crate::judgement::{Evidence, Place};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// For how many points of urgency the things count that a host [knows](Known). All count
/// for nothing until the host says otherwise.
///
/// | key | value |
/// |---|---|
/// | `reach` | what followers count for: [`ReachPoints`] |
/// | `earlier_contacts` | a table: `points` (−100 to 100) for each, `most` (0 to 100, 100 if absent) for all |
/// | `open_cases` | likewise |
/// | `flags` | a table from flags to points: `vip`, `vulnerable`, flags of the host's own |
/// | `may_lower_critical` | whether points below zero may take away that the text is critical; `false` if absent |
///
/// Points are added to the score of the text, and the level follows from the sum by the same
/// thresholds. Each is a piece of evidence with a reason for people. Where the text tells
/// nothing (another language, too short), the urgency stays undetermined unless the points
/// alone make it high.
///
/// # Example
/// ```
/// use webcare::classify::{
///     BuiltIn, Classifier, Known, KnownWeights, Thresholds, UrgencyLevel,
/// };
/// use webcare::judgement::Confidence;
/// use webcare::language::{Detection, Language};
/// use webcare::mention::Mention;
///
/// let weights: KnownWeights = toml::from_str(r#"
///     reach = { points = 5, per = "tenfold", above = 1000, most = 15 }
///     earlier_contacts = { points = 8, most = 24 }
///     flags = { vulnerable = 25 }
/// "#)?;
///
/// let text = "Wanneer komt de monteur?";
/// let mention = Mention::builder("1").text(text).build()?;
/// let dutch = Detection::new(Language::Dutch, Confidence::CERTAIN);
/// let said = BuiltIn::new().classify(&mention, &dutch).urgency().clone();
/// assert_eq!(said.level(), Some(UrgencyLevel::Normal));
///
/// let known = Known { earlier_contacts: Some(4), ..Known::default() };
/// let both = weights.add(said.clone(), &known, &Thresholds::new());
/// assert_eq!(both.level(), Some(UrgencyLevel::High));
/// assert!(both.reasons(text).contains(&"4 earlier contacts: +24".to_owned()));
/// assert_eq!(both.from_text(), &said);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct KnownWeights {
    #[serde(skip_serializing_if = "Option::is_none")]
    reach: Option<ReachPoints>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earlier_contacts: Option<Each>,
    #[serde(skip_serializing_if = "Option::is_none")]
    open_cases: Option<Each>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    flags: BTreeMap<String, f32>,
    may_lower_critical: bool,
}

/// Points for each of something.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct Each {
    points: f32,
    most: f32,
}

impl KnownWeights {
    /// Nothing that is known counts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What followers count for.
    #[must_use]
    pub const fn reach(mut self, reach: ReachPoints) -> Self {
        self.reach = Some(reach);
        self
    }

    /// Points for each earlier contact (clamped to −100..=100), and for all together at
    /// most (clamped to 0..=100).
    #[must_use]
    pub const fn earlier_contacts(mut self, points: f32, most: f32) -> Self {
        self.earlier_contacts = Some(Each { points: as_points(points), most: as_cap(most) });
        self
    }

    /// Points for each other open case, and for all together at most; clamped likewise.
    #[must_use]
    pub const fn open_cases(mut self, points: f32, most: f32) -> Self {
        self.open_cases = Some(Each { points: as_points(points), most: as_cap(most) });
        self
    }

    /// Points for a flag (clamped to −100..=100).
    #[must_use]
    pub fn flag(mut self, flag: &str, points: f32) -> Self {
        self.flags.insert(plain(flag), as_points(points));
        self
    }

    /// Lets points below zero take away that the text is critical.
    #[must_use]
    pub const fn may_lower_critical(mut self) -> Self {
        self.may_lower_critical = true;
        self
    }

    /// The urgency of a text with what is known of its writer. One of our own messages
    /// stays as it is.
    #[must_use]
    pub fn add(&self, said: Urgency, known: &Known, thresholds: &Thresholds) -> Urgency {
        let reasons = self.reasons(known);
        if reasons.is_empty() {
            return said;
        }
        let critical = if self.may_lower_critical { Critical::MayFall } else { Critical::Stays };
        let both = add(said.clone(), reasons, thresholds, critical);
        if both == said { said } else { both.beside(said) }
    }

    /// What counts of what is known, as points.
    fn reasons(&self, known: &Known) -> Vec<Evidence> {
        let mut reasons = Vec::new();
        let mut give = |points: f32, what: String| {
            if points != 0.0 {
                let signed = format!("{:+}", (points * 10.0).round() / 10.0);
                reasons.push(Evidence::new(Place::Fact, points, format!("{what}: {signed}")));
            }
        };
        if let (Some(reach), Some(followers)) = (self.reach, known.followers) {
            give(reach.of(followers), count(followers, "follower", "followers"));
        }
        if let (Some(each), Some(contacts)) = (self.earlier_contacts, known.earlier_contacts) {
            give(each.of(contacts), count(contacts, "earlier contact", "earlier contacts"));
        }
        if let (Some(each), Some(cases)) = (self.open_cases, known.open_cases) {
            give(each.of(cases), count(cases, "open case", "open cases"));
        }
        if !self.flags.is_empty() {
            let set: BTreeSet<String> = known.flags.iter().map(|flag| plain(flag)).collect();
            for (flag, points) in &self.flags {
                if set.contains(flag) {
                    give(*points, name(flag));
                }
            }
        }
        reasons
    }

    pub(super) fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let reach = table.read_or("reach", None, |reach| ReachPoints::read(reach).map(Some));
        let earlier_contacts =
            table.read_or("earlier_contacts", None, |each| Each::read(each).map(Some));
        let open_cases = table.read_or("open_cases", None, |each| Each::read(each).map(Some));
        let flags = table.read_or("flags", BTreeMap::new(), read_flags);
        let may_lower_critical = table.read_or("may_lower_critical", false, Node::boolean);
        table.finish();
        Some(Self {
            reach: reach?,
            earlier_contacts: earlier_contacts?,
            open_cases: open_cases?,
            flags: flags?,
            may_lower_critical: may_lower_critical?,
        })
    }
}

impl Each {
    fn of(self, count: u32) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "beyond the cap long before")]
        let points = self.points * count as f32;
        points.clamp(-self.most, self.most)
    }

    fn read(node: &Node<'_>) -> Option<Self> {
        let mut table = node.table()?;
        let each = table.read("points", points);
        let most = table.read_or("most", MOST_POINTS, |most| within(most, 0.0, MOST_POINTS));
        table.finish();
        Some(Self { points: each?, most: most? })
    }
}

fn read_flags(node: &Node<'_>) -> Option<BTreeMap<String, f32>> {
    let mut flags = BTreeMap::new();
    let mut whole = true;
    for (flag, node) in node.entries()? {
        let name = plain(flag);
        if name.is_empty() {
            node.fault("expected the name of a flag, found a blank text");
            whole = false;
        }
        let Some(points) = points(&node) else {
            whole = false;
            continue;
        };
        if flags.insert(name.clone(), points).is_some() {
            node.fault(format!("the flag \"{name}\" stands here before"));
            whole = false;
        }
    }
    whole.then_some(flags)
}

fn count<N: Into<u64>>(number: N, one: &str, many: &str) -> String {
    let number = number.into();
    format!("{number} {}", if number == 1 { one } else { many })
}

/// What to call a flag in a reason for people.
fn name(flag: &str) -> String {
    match flag {
        Known::VIP => "VIP".to_owned(),
        Known::VULNERABLE => "vulnerable customer on file".to_owned(),
        other => format!("flag \"{other}\""),
    }
}

configured!(KnownWeights, "known");
