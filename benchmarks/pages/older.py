"""Layouts of older sites, and of those that are no newspapers."""

from __future__ import annotations

from benchmarks.pages.modern import RELATED, cards, paragraphs
from benchmarks.pages.stories import Story


def tables(story: Story) -> str:
    """Columns by tables, paragraphs by line breaks, as in 1999."""
    text = "<br><br>".join(story.body)
    return f"""<table width="760"><tr><td colspan="3"><font size="6">The Bugle</font></td></tr><tr><td width="120" bgcolor="#eee">
<a href="/">Home</a><br><a href="/n">News</a><br><a href="/w">Weather</a></td><td><font size="5"><b>{story.title}</b></font><br>
<font size="1">{story.published:%B %d, %Y}</font><br><br><font size="2">{text}</font></td><td width="140">{"<br>".join(RELATED)}</td></tr>
<tr><td colspan="3"><font size="1">Copyright The Bugle</font></td></tr></table>"""


def line_breaks(story: Story) -> str:
    """One block with line breaks."""
    return f"""<div id="header"><a href="/">Start</a></div><div id="main"><h2>{story.title}</h2><div class="dat">{story.published:%Y-%m-%d}
</div><div class="txt">{"<br /><br />".join(story.body)}</div></div><div id="foot">Webmaster</div>"""


def press_release(story: Story) -> str:
    """An agency's release, with a dateline and a boilerplate."""
    first, *rest = story.body
    return f"""<nav>Releases Archive Contacts</nav><section id="release"><h1>{story.title}</h1><p class="date">{story.published:%d %B %Y}</p>
<p>LINDAU, {story.published:%B %d} – {first}</p>{"".join(f"<p>{text}</p>" for text in rest)}</section><div class="contacts"><h3>Media contact</h3>
<p>Press office, telephone 0123 456</p></div><footer>Follow us</footer>"""


def government(story: Story) -> str:
    """Breadcrumbs, a summary list, a page that is mostly navigation."""
    links = "".join(f'<li><a href="/t{n}">Topic number {n} of the ministry</a></li>' for n in range(40))
    return f"""<div class="skip"><a href="#c">Skip to content</a></div><nav><ul>{links}</ul></nav><ol class="breadcrumb"><li>Home<li>News</ol>
<div id="c"><h1>{story.title}</h1><dl class="meta"><dt>Published</dt><dd>{story.published:%d %B %Y}</dd><dt>From</dt><dd>Office</dd></dl>
<div class="govspeak">{paragraphs(story)}</div></div><div class="feedback"><p>Is this page useful? Yes No</p></div><footer><ul>{links}</ul></footer>"""


def brief(story: Story) -> str:
    """Only the first two paragraphs, on a page full of other things."""
    return f"""<header><a href="/">Metro Now</a></header><article class="brief"><h1>{story.title}</h1>
<time datetime="{story.published:%Y-%m-%dT%H:%M}">{story.published:%H:%M}</time>{"".join(f"<p>{text}</p>" for text in story.body[:2])}</article>
<section><h2>Latest</h2>{cards()}{cards()}{cards()}</section><footer>Metro Now 2025</footer>"""


def live_blog(story: Story) -> str:
    """An article of dated entries, the newest first."""
    entries = "".join(
        f'<div class="entry"><span class="clock">{9 + n}:15</span><p>{text}</p></div>'
        for n, text in enumerate(reversed(story.body))
    )
    return f"""<main><h1>{story.title}</h1><p class="upd">Live, {story.published:%d %B %Y}</p><div class="liveblog">{entries}</div></main>
<aside>{cards()}</aside>"""


def amp(story: Story) -> str:
    """An AMP page."""
    return f"""<amp-sidebar><ul><li><a href="/">Home</a></ul></amp-sidebar><div class="amp-wp-header">Coast Daily</div>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{story.title}</h1>
<div class="amp-wp-meta amp-wp-posted-on"><time datetime="{story.published.isoformat()}">3 days ago</time></div></header>
<amp-img src="a.jpg" width="600" height="400"></amp-img><div class="amp-wp-article-content">{paragraphs(story)}<amp-ad></amp-ad></div></article>"""


def microdata(story: Story) -> str:
    """Marked up by itemprop."""
    return f"""<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{story.title}</h1>
<meta itemprop="datePublished" content="{story.published.isoformat()}"><span itemprop="author">{story.author}</span>
<div itemprop="articleBody">{paragraphs(story)}</div></div><div class="tags"><a href="/t">tag</a> <a href="/u">other</a></div>{cards("p")}"""


def blog(story: Story) -> str:
    """A personal blog: several posts below the one that is meant."""
    older = "".join(
        f"<div class='older'><h2><a href='/{n}'>{title}</a></h2><p>Last week I wrote about this.</p></div>"
        for n, title in enumerate(RELATED)
    )
    return f"""<div class="banner">notes from the quay</div><div class="post"><h2 class="title">{story.title}</h2>{paragraphs(story)}
<p class="sig">posted by {story.author} at {story.published:%H:%M} on {story.published:%d %b %Y}</p></div>{older}"""


def gallery(story: Story) -> str:
    """More captions than text between the paragraphs."""
    parts = "".join(
        f'<p>{text}</p><div class="slide"><img src="{n}.jpg"><span class="caption">Picture {n} of the day, by our photographer</span></div>'
        for n, text in enumerate(story.body)
    )
    return f"<section class='gal'><h1>{story.title}</h1><div class='d'>{story.published:%d %b, %Y}</div>{parts}</section>{cards()}"


def list_items(story: Story) -> str:
    """The article as a list of points."""
    return f"""<div class="top"><h1>{story.title}</h1><i>{story.published:%m/%d/%Y}</i></div><ul class="points">
{"".join(f"<li>{text}</li>" for text in story.body)}</ul><div>{cards("b")}</div>"""


def definition_box(story: Story) -> str:
    """A box of facts floats beside the text."""
    return f"""<div class="content"><h1>{story.title}</h1><table class="infobox"><tr><th>Place<td>Valley<tr><th>Since<td>1871<tr><th>People<td>340
</table>{paragraphs(story)}<p class="stamp">Last updated {story.published:%d %B %Y}</p></div><div class="nav2">{cards()}</div>"""


def quoted(story: Story) -> str:
    """Every other paragraph in a block quotation."""
    parts = "".join(
        f"<blockquote>{t}</blockquote>" if n % 2 else f"<p>{t}</p>" for n, t in enumerate(story.body)
    )
    return f"""<article><h1>{story.title}</h1><span class="posted">{story.published:%d.%m.%y}</span>{parts}</article><footer>Letters to the editor</footer>"""


def no_markup(story: Story) -> str:
    """Preformatted text, as mailing lists keep it."""
    text = "\n\n".join(story.body)
    return f"<h1>{story.title}</h1><b>{story.author}</b><br><i>{story.published:%a %b %d %H:%M:%S %Y}</i><pre>{text}</pre><hr><a href='/'>index</a>"


def endless_scroll(story: Story) -> str:
    """The next article stands below on the same page, whole."""
    other = "".join(
        f"<p>{title}: the council spoke about it for two hours, and put the vote off to the next week.</p>"
        for title in RELATED
    )
    return f"""<div class="reader"><article data-url="/1"><h1>{story.title}</h1><time datetime="{story.published:%Y-%m-%d}">today</time>{paragraphs(story)}
</article><article data-url="/2"><h1>Council puts off a vote</h1>{other}</article></div>"""


def teaser_wall(story: Story) -> str:
    """A column of teasers as long as the article stands before it."""
    teasers = "".join(
        f"<div class='t'><h2><a href='/{n}'>{x}</a></h2><p>All that you need to know about it, and what comes next week.</p></div>"
        for n, x in enumerate(RELATED * 3)
    )
    return f"""<div class="left">{teasers}</div><div class="mid"><h1>{story.title}</h1><div>{story.published:%d-%m-%Y}</div>{paragraphs(story)}</div>"""


OLDER = {
    "tables": tables,
    "line breaks": line_breaks,
    "press release": press_release,
    "government": government,
    "brief": brief,
    "live blog": live_blog,
    "amp": amp,
    "microdata": microdata,
    "blog": blog,
    "gallery": gallery,
    "list": list_items,
    "infobox": definition_box,
    "quotations": quoted,
    "preformatted": no_markup,
    "endless scroll": endless_scroll,
    "teaser wall": teaser_wall,
}
