//! What a word or phrase of the lexicon can tell.

/// What a word or phrase tells. Its name is the one used in the data files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Cue {
    /// A feeling: −4 (fury) to 4 (delight).
    Valence,
    /// A report that something is broken, late, missing or wrong; below zero.
    Report,
    /// Makes the next feeling stronger, by this factor.
    Boost,
    /// Makes the next feeling weaker, by this factor.
    Damp,
    /// Turns what follows; the weight is how many words far.
    Not,
    /// What follows counts for more than what went before.
    But,
    /// A word of praise that irony likes to use.
    Irony,
    /// Means nothing here, whatever its parts mean elsewhere.
    Quiet,
    /// A sign that goes with grief and with joy: it takes the side of the rest.
    Swing,
    /// One more time; after a word of irony what follows is no treat.
    Again,
    /// Opens a message, before a name or alone: "Beste Jan,".
    Greeting,
    /// Asks.
    Ask,
    /// Asks for help.
    Help,
    /// Proposes an improvement.
    Wish,
    /// Thanks.
    Thanks,
    /// Dissatisfied by its form, without a word of feeling.
    Gripe,
    /// A share, a joke, a greeting, a remark to somebody else.
    Chatter,
    /// Sent to everybody: advertising, a job, news, phishing that poses as us.
    Broadcast,
    /// Danger to life, health or safety.
    Danger,
    /// Fraud, theft, an account taken over.
    Fraud,
    /// Gave away a code or a password; counts with [`Pretender`](Self::Pretender).
    Secret,
    /// Somebody who says to be the bank or the police; counts with
    /// [`Secret`](Self::Secret).
    Pretender,
    /// Warns others; counts with fraud.
    Warning,
    /// Personal data of one that another sees.
    Leak,
    /// Somebody who can't look after themselves.
    Frail,
    /// Left somewhere, or without care, heat, light, food.
    Stranded,
    /// Something that many use is down.
    Outage,
    /// Many are hit.
    Many,
    /// Can't get in: account, money, mail, home, journey.
    LockedOut,
    /// It must happen soon.
    Deadline,
    /// Money taken twice, or for nothing.
    Charged,
    /// Has asked before.
    Repeated,
    /// Threatens to leave.
    Leaving,
    /// Threatens with a court, a regulator, the police.
    Authority,
    /// Threatens with press or publicity.
    Press,
}

/// Which judgement a cue belongs to. Within one, a longer phrase hides the shorter ones
/// inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Feeling,
    Purpose,
    Haste,
}

impl Cue {
    pub(super) const ALL: [Self; 35] = [
        Self::Valence,
        Self::Report,
        Self::Boost,
        Self::Damp,
        Self::Not,
        Self::But,
        Self::Irony,
        Self::Quiet,
        Self::Swing,
        Self::Again,
        Self::Greeting,
        Self::Ask,
        Self::Help,
        Self::Wish,
        Self::Thanks,
        Self::Gripe,
        Self::Chatter,
        Self::Broadcast,
        Self::Danger,
        Self::Fraud,
        Self::Secret,
        Self::Pretender,
        Self::Warning,
        Self::Leak,
        Self::Frail,
        Self::Stranded,
        Self::Outage,
        Self::Many,
        Self::LockedOut,
        Self::Deadline,
        Self::Charged,
        Self::Repeated,
        Self::Leaving,
        Self::Authority,
        Self::Press,
    ];

    /// The name in the data files.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Valence => "valence",
            Self::Report => "report",
            Self::Boost => "boost",
            Self::Damp => "damp",
            Self::Not => "not",
            Self::But => "but",
            Self::Irony => "irony",
            Self::Quiet => "quiet",
            Self::Swing => "swing",
            Self::Again => "again",
            Self::Greeting => "greeting",
            Self::Ask => "ask",
            Self::Help => "help",
            Self::Wish => "wish",
            Self::Thanks => "thanks",
            Self::Gripe => "gripe",
            Self::Chatter => "chatter",
            Self::Broadcast => "broadcast",
            Self::Danger => "danger",
            Self::Fraud => "fraud",
            Self::Secret => "secret",
            Self::Pretender => "pretender",
            Self::Warning => "warning",
            Self::Leak => "leak",
            Self::Frail => "frail",
            Self::Stranded => "stranded",
            Self::Outage => "outage",
            Self::Many => "many",
            Self::LockedOut => "locked_out",
            Self::Deadline => "deadline",
            Self::Charged => "charged",
            Self::Repeated => "repeated",
            Self::Leaving => "leaving",
            Self::Authority => "authority",
            Self::Press => "press",
        }
    }

    /// The cue by its name in the data files.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cue| cue.name() == name)
    }

    pub(super) const fn family(self) -> Family {
        match self {
            Self::Valence
            | Self::Report
            | Self::Boost
            | Self::Damp
            | Self::Not
            | Self::But
            | Self::Irony
            | Self::Quiet
            | Self::Swing
            | Self::Again
            | Self::Greeting => Family::Feeling,
            Self::Ask
            | Self::Help
            | Self::Wish
            | Self::Thanks
            | Self::Gripe
            | Self::Chatter
            | Self::Broadcast => Family::Purpose,
            _ => Family::Haste,
        }
    }

    /// Whether it is about the safety of people, their money or their data.
    pub(super) const fn is_about_safety(self) -> bool {
        matches!(
            self,
            Self::Danger
                | Self::Fraud
                | Self::Secret
                | Self::Pretender
                | Self::Warning
                | Self::Leak
                | Self::Frail
                | Self::Stranded
                | Self::Outage
                | Self::Many
        )
    }

    /// What to call it in a reason for people.
    pub(super) const fn cause(self) -> &'static str {
        match self {
            Self::Valence | Self::Swing => "feeling",
            Self::Report => "something is wrong",
            Self::Boost
            | Self::Damp
            | Self::Not
            | Self::But
            | Self::Quiet
            | Self::Again
            | Self::Greeting => "turn of phrase",
            Self::Irony => "irony",
            Self::Ask => "a question",
            Self::Help => "asks for help",
            Self::Wish => "a wish",
            Self::Thanks => "thanks",
            Self::Gripe => "an expectation was broken",
            Self::Chatter => "needs no answer",
            Self::Broadcast => "sent to everybody",
            Self::Danger => "danger",
            Self::Fraud => "fraud",
            Self::Secret => "a secret given away",
            Self::Pretender => "poses as the bank",
            Self::Warning => "warns others",
            Self::Leak => "leak of personal data",
            Self::Frail => "vulnerable person",
            Self::Stranded => "stranded or without care",
            Self::Outage => "outage",
            Self::Many => "many are hit",
            Self::LockedOut => "locked out",
            Self::Deadline => "time pressure",
            Self::Charged => "money taken wrongly",
            Self::Repeated => "repeated contact",
            Self::Leaving => "threatens to leave",
            Self::Authority => "threatens with an authority",
            Self::Press => "threatens with publicity",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Cue;

    #[test]
    fn every_cue_is_found_by_its_name() {
        for cue in Cue::ALL {
            assert_eq!(Cue::named(cue.name()), Some(cue));
        }
        assert_eq!(Cue::named("unheard_of"), None);
    }
}
