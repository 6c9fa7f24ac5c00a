//! Facts by field: how the value of each field is read, once, when a rule asks for it.

use super::words::{Lexicon, Words};
use super::{Facts, Field};
use crate::classify::{Polarity, UrgencyLevel};
use crate::language::Language;
use crate::mention::{ChannelKind, MentionKind, Origin};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::borrow::Cow;
use std::cell::OnceCell;

/// Facts as the rules of one book see them. `None` is unknown, everywhere.
#[derive(Debug)]
pub(super) struct View<'a> {
    facts: Facts<'a>,
    lexicon: &'a Lexicon,
    text: OnceCell<Words>,
    title: OnceCell<Option<Words>>,
    author_name: OnceCell<Option<Words>>,
    case: OnceCell<Standing<'a>>,
}

/// Where the case stands, replayed once.
#[derive(Clone, Copy, Debug)]
struct Standing<'a> {
    status: &'static str,
    queue: Option<&'a str>,
    handovers: u32,
    reopenings: u32,
    messages: usize,
}

impl<'a> View<'a> {
    pub(super) const fn new(facts: Facts<'a>, lexicon: &'a Lexicon) -> Self {
        Self {
            facts,
            lexicon,
            text: OnceCell::new(),
            title: OnceCell::new(),
            author_name: OnceCell::new(),
            case: OnceCell::new(),
        }
    }

    /// The words of the text, of which handles and hashtags are some, the title or the
    /// writer's name.
    pub(super) fn words(&self, field: &Field) -> Option<&Words> {
        let read = |text| Words::read(text, self.lexicon);
        match field {
            Field::Text | Field::Handles | Field::Hashtags => {
                Some(self.text.get_or_init(|| read(self.facts.mention().text())))
            }
            Field::Title => {
                let title = self.title.get_or_init(|| self.facts.mention().title().map(read));
                title.as_ref()
            }
            Field::AuthorName => {
                let name = self.facts.mention().author().name.as_deref();
                self.author_name.get_or_init(|| name.map(read)).as_ref()
            }
            _ => None,
        }
    }

    /// The running text of a field with words.
    pub(super) fn text(&self, field: &Field) -> Option<&'a str> {
        let mention = self.facts.mention();
        let text = match field {
            Field::Text | Field::Handles | Field::Hashtags => Some(mention.text()),
            Field::Title => mention.title(),
            Field::AuthorName => mention.author().name.as_deref(),
            _ => None,
        };
        text.filter(|text| !text.trim().is_empty())
    }

    /// The value of a field with one name.
    pub(super) fn name(&self, field: &Field) -> Option<Cow<'a, str>> {
        let mention = self.facts.mention();
        let name = match field {
            Field::Channel => match mention.channel() {
                ChannelKind::Unknown => None,
                channel => Some(channel.as_str()),
            },
            Field::Kind => Some(MentionKind::as_str(mention.kind())),
            Field::Origin => Some(mention.origin().as_str()),
            Field::Visibility => Some(mention.visibility().as_str()),
            Field::Account => mention.account(),
            Field::Language => {
                return match self.facts.classification().language().language() {
                    Language::Undetermined => None,
                    Language::Dutch => Some(Cow::Borrowed("nl")),
                    Language::English => Some(Cow::Borrowed("en")),
                    other => Some(Cow::Owned(other.as_str().to_owned())),
                };
            }
            Field::Intent => {
                self.facts.classification().intent().label().map(|intent| intent.as_str())
            }
            Field::AuthorHandle => mention.author().handle.as_deref(),
            Field::CaseStatus => self.case().map(|case| case.status),
            Field::CaseQueue => self.case()?.queue,
            _ => None,
        };
        name.map(Cow::Borrowed)
    }

    /// Calls `tell` with each name of a set; `None` when the set itself is unknown.
    pub(super) fn names(&self, field: &Field, tell: &mut dyn FnMut(&str)) -> Option<()> {
        let mention = self.facts.mention();
        match field {
            Field::Tags => mention.tags().iter().for_each(|tag| tell(tag)),
            Field::AuthorFlags => {
                mention.author().flags.iter().for_each(|flag| tell(flag.as_str()));
            }
            Field::FoundBy => match mention.origin() {
                Origin::Found { query } => tell(query.as_deref()?),
                Origin::Other(_) => return None,
                Origin::Directed | Origin::OwnProperty => {}
            },
            Field::Custom(key) => match self.custom(key)? {
                Value::String(name) => tell(name),
                Value::Array(items) => {
                    if !items.iter().all(Value::is_string) {
                        return None;
                    }
                    items.iter().filter_map(Value::as_str).for_each(tell);
                }
                _ => return None,
            },
            _ => return None,
        }
        Some(())
    }

    /// The step of a field with levels, from 0.
    pub(super) fn level(&self, field: &Field) -> Option<usize> {
        let classification = self.facts.classification();
        match field {
            Field::Sentiment => {
                let found = classification.sentiment().polarity()?;
                Polarity::ALL.iter().position(|polarity| *polarity == found)
            }
            Field::Urgency => {
                let found = classification.urgency().level()?;
                UrgencyLevel::ALL.iter().position(|level| *level == found)
            }
            _ => None,
        }
    }

    /// The value of a field with a number.
    pub(super) fn number(&self, field: &Field) -> Option<f64> {
        let mention = self.facts.mention();
        let classification = self.facts.classification();
        let count = |count: u64| {
            #[expect(clippy::cast_precision_loss, reason = "counts beyond 2^53 don't occur")]
            let number = count as f64;
            number
        };
        match field {
            Field::SentimentScore => {
                classification.sentiment().polarity()?;
                Some(decimal(classification.sentiment().score()))
            }
            Field::UrgencyScore => {
                classification.urgency().level()?;
                Some(decimal(classification.urgency().score()))
            }
            Field::Followers => mention.author().reach.followers.map(count),
            Field::Stars => mention.stars().map(decimal),
            Field::CaseHandovers => self.case().map(|case| f64::from(case.handovers)),
            Field::CaseReopenings => self.case().map(|case| f64::from(case.reopenings)),
            Field::CaseMessages => self.case().map(|case| count(case.messages as u64)),
            Field::Custom(key) => self.custom(key)?.as_f64(),
            _ => None,
        }
    }

    /// The value of a field with yes or no.
    pub(super) fn flag(&self, field: &Field) -> Option<bool> {
        let mention = self.facts.mention();
        match field {
            Field::Verified => mention.author().reach.verified,
            Field::HasAttachment => Some(!mention.attachments().is_empty()),
            Field::Promoted => Some(mention.is_promoted()),
            Field::IsReply => {
                Some(mention.thread().parent.is_some() || *mention.kind() == MentionKind::Reply)
            }
            _ => None,
        }
    }

    /// The value of a field with a moment.
    pub(super) fn instant(&self, field: &Field) -> Option<DateTime<Utc>> {
        match field {
            Field::Now => Some(self.facts.now()),
            Field::PublishedAt => self.facts.mention().published_at(),
            _ => None,
        }
    }

    /// Whether the calendar of this name is open at the field's moment.
    pub(super) fn is_open(&self, field: &Field, calendar: &str) -> Option<bool> {
        let at = self.instant(field)?;
        let calendar = self.facts.its_calendars()?.get(calendar)?;
        calendar.covers(at).then(|| calendar.is_open(at))
    }

    fn case(&self) -> Option<&Standing<'a>> {
        let case = self.facts.its_case()?;
        Some(self.case.get_or_init(|| Standing {
            status: case.status().as_str(),
            queue: case.queue(),
            handovers: case.handovers(),
            reopenings: case.reopenings(),
            messages: case.received().count(),
        }))
    }

    /// The host's own value; null counts as missing.
    pub(super) fn custom(&self, key: &str) -> Option<&'a Value> {
        self.facts.mention().custom().get(key).filter(|value| !value.is_null())
    }
}

/// A score as it was meant, to four decimals: 0.3, not 0.30000001.
fn decimal(score: f32) -> f64 {
    const STEPS: f64 = 1e4;
    (f64::from(score) * STEPS).round() / STEPS
}
