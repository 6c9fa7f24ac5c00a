//! Every number of the built-in classifier that is not the weight of a word.
//!
//! They were set by hand and tried on development data; none comes from a publication.

/// What is left of a feeling that is negated: praise becomes blame, blame a faint praise.
pub(super) const NEGATED_PRAISE: f32 = -0.9;
pub(super) const NEGATED_BLAME: f32 = -0.4;
/// A negation that stands further before a word of blame leaves it alone.
pub(super) const NEAR: f32 = 1.0;
/// A negation at the end of a clause reaches this many words back.
pub(super) const BEHIND: usize = 4;
/// What stands before "but", and after it.
pub(super) const BEFORE_BUT: f32 = 0.5;
pub(super) const AFTER_BUT: f32 = 1.25;
/// Capitals and drawn-out words.
pub(super) const LOUD: f32 = 1.25;
/// Each of up to three exclamation marks.
pub(super) const EXCLAIM: f32 = 0.08;
/// A feeling inside a question that reports nothing.
pub(super) const ASKED: f32 = 0.5;
/// Praise next to a report of failure is ironic; what is left of it.
pub(super) const IRONIC: f32 = -0.5;

/// A report, and blame, that make praise beside it ironic are below these.
pub(super) const IRONIC_WITH_REPORT: f32 = -1.25;
pub(super) const IRONIC_WITH_BLAME: f32 = -2.0;
/// Thanks that only close a question or a report.
pub(super) const POLITE: f32 = 0.2;
/// The same sign or word once more, right after.
pub(super) const REPEATED: f32 = 0.3;

/// Feelings from which tears are tears of joy, and what is left of them, the other way.
pub(super) const SWINGS_FROM: f32 = 0.6;
pub(super) const JOYFUL: f32 = -0.4;
/// What it is to shout.
pub(super) const SHOUTING: f32 = -1.6;
/// "Once more" is a treat when praise follows within so many words.
pub(super) const TREAT: usize = 4;
/// A greeting has at most so many names.
pub(super) const NAMES: usize = 4;

/// What must speak for a message to everybody, what a link adds, and what is left of the
/// feelings of one.
pub(super) const BROADCAST_FROM: f32 = 2.5;
pub(super) const LINK: f32 = 0.8;
pub(super) const BROADCAST: f32 = 0.2;

/// Reasons for haste of one kind count in full once, the others for this share.
pub(super) const FADE: f32 = 0.25;
/// Points of a vulnerable person who is stranded.
pub(super) const FRAIL_AND_STRANDED: f32 = 30.0;
/// Points of something that is down when many are hit.
pub(super) const OUTAGE_OF_MANY: f32 = 16.0;
