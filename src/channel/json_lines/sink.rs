//! Appending answers as lines, each key once.

use super::super::{Error, IdempotencyKey, Outgoing, Receipt};
use super::fault;
use crate::mention::{ChannelKind, MentionId};
use crate::reply::Audience;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, BufReader, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// The file to which answers are appended, and what is in it.
#[derive(Debug)]
pub(super) struct Sink {
    path: PathBuf,
    file: File,
    /// What is known of the file; `None` after something went wrong with it.
    known: Option<Known>,
}

#[derive(Debug, Default)]
struct Known {
    placed: BTreeMap<IdempotencyKey, Placed>,
    lines: u64,
    /// Whether the last line was torn and has no line break.
    torn: bool,
}

#[derive(Debug)]
struct Placed {
    receipt: Receipt,
    /// Tells one answer from another without keeping its text.
    answer: u64,
}

/// One line of the file.
#[derive(Debug, Serialize, Deserialize)]
struct Line<'a> {
    key: Cow<'a, IdempotencyKey>,
    external_id: String,
    at: DateTime<Utc>,
    in_reply_to: Cow<'a, str>,
    mention: Cow<'a, MentionId>,
    channel: Cow<'a, ChannelKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    account: Option<Cow<'a, str>>,
    audience: Audience,
    text: Cow<'a, str>,
}

impl Line<'_> {
    fn answer(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.mention, &self.in_reply_to, self.audience, &self.text).hash(&mut hasher);
        hasher.finish()
    }

    fn receipt(&self) -> Receipt {
        Receipt::new(self.external_id.as_str()).with_time(self.at)
    }
}

impl Sink {
    pub(super) fn open(path: &Path) -> Result<Self, Error> {
        let failed = |error| fault("opening", Some(path), error);
        let file =
            OpenOptions::new().read(true).append(true).create(true).open(path).map_err(failed)?;
        let known = Known::read(&file).map_err(|error| fault("reading", Some(path), error))?;
        Ok(Self { path: path.to_owned(), file, known: Some(known) })
    }

    /// Forgets what is known of the file, so that it is read again.
    pub(super) fn distrust(&mut self) {
        self.known = None;
    }

    pub(super) fn append(&mut self, outgoing: &Outgoing<'_>) -> Result<Receipt, Error> {
        let failed = |doing, error| fault(doing, Some(&self.path), error);
        // Taken out while the file is changed: after an error it is read again.
        let mut known = match self.known.take() {
            Some(known) => known,
            None => Known::read(&self.file).map_err(|error| failed("reading", error))?,
        };
        let reply = outgoing.reply();
        let line = Line {
            key: Cow::Borrowed(outgoing.key()),
            external_id: format!("sent-{}", known.lines + 1),
            at: outgoing.at(),
            in_reply_to: Cow::Borrowed(outgoing.parent()),
            mention: Cow::Borrowed(reply.mention()),
            channel: Cow::Borrowed(reply.channel()),
            account: reply.account().map(Cow::Borrowed),
            audience: reply.audience(),
            text: Cow::Borrowed(reply.text()),
        };
        if let Some(placed) = known.placed.get(outgoing.key()) {
            let same = placed.answer == line.answer();
            let receipt = placed.receipt.clone().replayed();
            self.known = Some(known);
            let key = outgoing.key().clone();
            return if same { Ok(receipt) } else { Err(Error::KeyReused { key }) };
        }

        let mut bytes = if known.torn { b"\n".to_vec() } else { Vec::new() };
        serde_json::to_writer(&mut bytes, &line)
            .map_err(|error| failed("writing", error.into()))?;
        bytes.push(b'\n');
        self.file.write_all(&bytes).map_err(|error| failed("writing", error))?;
        self.file.sync_data().map_err(|error| failed("writing", error))?;

        let receipt = line.receipt();
        known.note(&line);
        known.torn = false;
        self.known = Some(known);
        Ok(receipt)
    }
}

impl Known {
    fn read(mut file: &File) -> io::Result<Self> {
        file.rewind()?;
        let mut reader = BufReader::new(file);
        let mut known = Self::default();
        let mut bytes = Vec::new();
        while reader.by_ref().read_until(b'\n', &mut bytes)? > 0 {
            known.torn = bytes.last() != Some(&b'\n');
            match serde_json::from_slice::<Line<'_>>(&bytes) {
                // A last line without its break may be whole all the same.
                Ok(line) => known.note(&line),
                // What a crash tore was never acknowledged. It keeps its number.
                Err(_) => known.lines += 1,
            }
            bytes.clear();
        }
        Ok(known)
    }

    fn note(&mut self, line: &Line<'_>) {
        self.lines += 1;
        let placed = Placed { receipt: line.receipt(), answer: line.answer() };
        self.placed.entry(line.key.as_ref().clone()).or_insert(placed);
    }
}
