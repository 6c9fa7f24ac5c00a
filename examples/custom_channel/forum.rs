//! The platform: a forum with numbered posts. A real one is reached by an HTTP client.

use chrono::{DateTime, NaiveDate, Utc};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Post {
    pub(crate) by: String,
    pub(crate) text: String,
    pub(crate) at: DateTime<Utc>,
    pub(crate) under: Option<usize>,
    pub(crate) key: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Forum(Arc<Mutex<Vec<Post>>>);

impl Forum {
    /// The forum on a morning in November, with a post that cannot be read.
    pub(crate) fn in_november() -> Self {
        let at = NaiveDate::from_ymd_opt(2026, 11, 2).and_then(|day| day.and_hms_opt(8, 5, 0));
        let at = at.unwrap_or_default().and_utc();
        let forum = Self::default();
        for (by, text) in [
            ("Marijke Vos", "De lantaarn bij het dorpshuis knippert al een week. Wie komt?"),
            ("", "???"),
            ("Achmed", "Compliment voor de ploeg die de brug zo snel heeft gemaakt!"),
        ] {
            forum.add(Post { by: by.into(), text: text.into(), at, ..Post::default() });
        }
        forum
    }

    pub(crate) fn posts(&self) -> Vec<Post> {
        self.lock().clone()
    }

    pub(crate) fn add(&self, post: Post) {
        self.lock().push(post);
    }

    /// Adds `post`, unless one with its key stands there already: the number of the post
    /// with this key, what it is, and whether it was there before.
    pub(crate) fn place(&self, post: Post) -> (usize, Post, bool) {
        let mut posts = self.lock();
        let before = posts.iter().enumerate().find(|(_, before)| before.key == post.key);
        if let Some((number, before)) = before {
            return (number, before.clone(), true);
        }
        posts.push(post.clone());
        (posts.len() - 1, post, false)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Post>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
