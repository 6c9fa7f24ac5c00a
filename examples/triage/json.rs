//! The output for programs: one object a line. Other tools build on this form.

use crate::answer::Answer;
use crate::labels::Labels;
use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::{self, Write};
use webcare::desk::Triage;
use webcare::judgement::Evidence;
use webcare::mention::Mention;

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    language: &'a str,
    sentiment: SentimentField<'a>,
    intent: IntentField<'a>,
    urgency: UrgencyField<'a>,
    evidence: Vec<EvidenceField>,
    queue: &'a str,
    priority: &'a str,
    tags: &'a BTreeSet<String>,
    rules: Vec<&'a str>,
    due: Vec<DueField<'a>>,
    answered: Option<AnsweredField<'a>>,
}

#[derive(Serialize)]
struct SentimentField<'a> {
    polarity: &'a str,
    score: f32,
    confidence: f32,
}

#[derive(Serialize)]
struct IntentField<'a> {
    label: &'a str,
    confidence: f32,
}

#[derive(Serialize)]
struct UrgencyField<'a> {
    level: &'a str,
    score: f32,
    reasons: Vec<String>,
}

#[derive(Serialize)]
struct EvidenceField {
    start: usize,
    end: usize,
    r#for: &'static str,
    weight: f32,
}

#[derive(Serialize)]
struct DueField<'a> {
    metric: &'a str,
    due_at: String,
    status: &'a str,
}

#[derive(Serialize)]
struct AnsweredField<'a> {
    at: Option<String>,
    by: Option<&'a str>,
    in_time: Option<bool>,
}

/// Writes one line.
pub(crate) fn print(
    out: &mut impl Write,
    mention: &Mention,
    triage: &Triage,
    answer: Option<&Answer<'_>>,
) -> io::Result<()> {
    let judged = triage.classification();
    let (sentiment, intent, urgency) = (judged.sentiment(), judged.intent(), judged.urgency());
    let labels = Labels::of(judged);
    let decision = triage.decision();
    let line = Line {
        id: mention.id().as_str(),
        language: labels.language.as_str(),
        sentiment: SentimentField {
            polarity: labels.sentiment,
            score: sentiment.score(),
            confidence: sentiment.confidence().get(),
        },
        intent: IntentField { label: labels.intent, confidence: intent.confidence().get() },
        urgency: UrgencyField {
            level: labels.urgency,
            score: urgency.score(),
            reasons: urgency.reasons(mention.text()),
        },
        evidence: [
            ("language", judged.language().evidence()),
            ("sentiment", sentiment.evidence()),
            ("intent", intent.evidence()),
            ("urgency", urgency.evidence()),
        ]
        .into_iter()
        .flat_map(|(r#for, evidence)| evidence.iter().filter_map(move |one| field(r#for, one)))
        .collect(),
        queue: decision.queue(),
        priority: decision.priority().as_str(),
        tags: decision.tags(),
        rules: decision.rules().collect(),
        due: triage
            .deadlines()
            .iter()
            .map(|deadline| DueField {
                metric: deadline.metric().as_str(),
                due_at: instant(deadline.due_at()),
                status: deadline.status().as_str(),
            })
            .collect(),
        answered: answer.map(|answer| AnsweredField {
            at: answer.at().map(instant),
            by: answer.by(),
            in_time: answer.in_time(),
        }),
    };
    serde_json::to_writer(&mut *out, &line).map_err(io::Error::from)?;
    out.write_all(b"\n")
}

fn field(r#for: &'static str, evidence: &Evidence) -> Option<EvidenceField> {
    let range = evidence.place().text_range()?;
    Some(EvidenceField { start: range.start, end: range.end, r#for, weight: evidence.weight() })
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}
