//! Every number of the built-in classifier that is not the weight of a word.
//!
//! They were set by hand and tried on development data; none comes from a publication.

/// Feelings stronger than this are positive.
pub(super) const POSITIVE_FROM: f32 = 1.0;
/// Feelings below this are negative.
pub(super) const NEGATIVE_FROM: f32 = -0.95;
/// How fast the score nears 1 or −1 as the sum of feelings grows.
pub(super) const SCORE_SOFTNESS: f32 = 15.0;

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

/// Points for a complaint per point of urgency of whoever has asked before, was charged
/// wrongly or threatens.
pub(super) const COMPLAINT_PER_HASTE: f32 = 0.045;

/// Points for an intent, per unit of what speaks for it.
pub(super) const COMPLAINT_PER_BLAME: f32 = 0.9;
pub(super) const COMPLAINT_PER_REPORT: f32 = 0.75;
/// A report of failure, once somebody asks for help with it.
pub(super) const COMPLAINT_PER_REPORT_WITH_HELP: f32 = 0.4;
pub(super) const COMPLIMENT_PER_PRAISE: f32 = 0.8;
/// What a question mark adds to a question.
pub(super) const QUESTION_MARK: f32 = 1.0;
/// Words that ask with less weight than this also introduce statements.
pub(super) const SURE_QUESTION: f32 = 1.2;
/// What any message has of being nothing in particular.
pub(super) const OTHER_BASE: f32 = 0.8;
/// Cues of one kind count in full once, and each further one so much of the one before.
pub(super) const FADE: f32 = 0.5;

/// The score of urgency from which a message is normal, high, critical.
pub(super) const NORMAL_FROM: f32 = 20.0;
pub(super) const HIGH_FROM: f32 = 50.0;
pub(super) const CRITICAL_FROM: f32 = 80.0;
/// Points of urgency that an intent brings.
pub(super) const BASE_COMPLAINT: f32 = 28.0;
pub(super) const BASE_QUESTION: f32 = 27.0;
pub(super) const BASE_OTHER: f32 = 6.0;
/// A reason about safety of so many points asks for an act whatever the intent.
pub(super) const GRAVE: f32 = 45.0;
/// The same for who is locked out, was charged wrongly or has asked before.
pub(super) const STUCK: f32 = 22.0;
/// A vulnerable person who is stranded.
pub(super) const FRAIL_AND_STRANDED: f32 = 30.0;
/// The most that all reasons together bring that are not about safety: below critical.
pub(super) const MOST_WITHOUT_SAFETY: f32 = 74.0;
/// Something is down, and many are hit.
pub(super) const OUTAGE_OF_MANY: f32 = 16.0;

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

/// A broken expectation by form, per point, as far as it shows how the writer feels.
pub(super) const FELT_PER_GRIPE: f32 = 0.5;
/// The same for who has asked before, or cannot get in, per point of urgency.
pub(super) const FELT_PER_HASTE: f32 = 0.045;
/// A threat to leave of so many points is meant.
pub(super) const THREAT: f32 = 26.0;
/// A leak of so many points was seen.
pub(super) const SEEN: f32 = 60.0;
