"""Pages as sites build them, with articles in our own words: what is the article is known, and all the rest is furniture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """An article of a page: its headline, and the HTML and the words of its body."""

    headline: str
    body: str
    more: tuple[str, str, str]

    def words(self) -> str:
        """Give what a reader should give."""
        from lxml import html  # noqa: PLC0415  (as here alone)

        return " ".join([self.headline, *html.fromstring(f"<div>{self.body}</div>").itertext()])


ES = Story(
    headline="Dos municipios abren una oficina común para quienes cruzan a trabajar",
    body="""<p>NOGALES, Sonora.- Desde este lunes, una oficina que atienden empleados de los dos lados orienta a quienes cruzan
cada día para trabajar, informó el ayuntamiento en un comunicado breve.</p>
<p>La oficina está en la antigua estación. Allí se explican permisos, horarios del puente y derechos laborales, y nadie
pregunta por papeles que no hacen falta.</p><h2>Qué se ofrece</h2><ul><li>Citas con abogados los martes</li>
<li>Un curso corto de inglés</li><li>Datos de espera en la garita</li></ul>
<p>“Es poco, pero es un principio”, dijo la directora, Marta Ensayo.</p>
<table><tr><th>Mes</th><th>Visitas</th></tr><tr><td>Abril</td><td>120</td></tr><tr><td>Mayo</td><td>340</td></tr></table>
<p>El gasto lo comparten ambos gobiernos locales. La primera cuenta se presentará en diciembre ante los dos cabildos.</p>
<p>Abierto de ocho a dos.</p>""",
    more=(
        "Suben los precios del tomate en la central",
        "Un mural cambia la cara del viejo barrio",
        "Gana el equipo local en casa",
    ),
)
EN = Story(
    headline="A shared laboratory will look after the water of the wash",
    body="""<p>DOUGLAS, Ariz. – Two universities and two water utilities will run one laboratory for the water that crosses the
line in the wash, their directors said on Thursday at the old power house.</p>
<p>The laboratory takes samples at nine places, four of them south of the fence. Results go to both sides on the same day,
in the same units, and nobody may change them afterwards.</p>
<p>“We used to argue about numbers. Now we can argue about what to do,” said Robert Trial, who keeps the books.</p>
<blockquote><p>The line on the map means nothing to the rain.</p></blockquote>
<p>Partners in the work:</p><ul><li>Example State University</li><li>Instituto de Prueba del Norte</li><li>Agua Buena Utility</li></ul>
<p>Money for three years comes from a fund of the development bank. After that, the partners will share the bill in equal
parts, with a review every second spring.</p><p>The next samples are due in March.</p>""",
    more=(
        "Council weighs a new park for dogs",
        "Bakery reopens after the flood of June",
        "Marathon closes the bridge on Sunday",
    ),
)
STORIES = {"es": ES, "en": EN}


def _links(story: Story, tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/n/{at}">{title}</a></{tag}>' for at, title in enumerate(story.more))


def weblog(story: Story) -> str:
    """Write a page as common weblog software does."""
    return f"""<!doctype html><html><head><title>{story.headline} – The Line</title></head><body class="single has-sidebar">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a><header id="masthead" class="site-header"><p class="site-title">
<a href="/">The Line</a></p><nav id="site-navigation"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/about">About us</a></li></ul></nav></header>
<div id="content" class="site-content"><main><article class="post type-post"><header class="entry-header"><h1 class="entry-title">{story.headline}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <time datetime="2025-06-16">June 16</time></span> by <a href="/ana">Ana P.</a></div></header>
<div class="entry-content">{story.body}<div class="sharedaddy sd-sharing"><h3>Share this:</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">Email a link to a friend</a></li></ul></div>
<div class="jp-relatedposts related"><h3>Related</h3>{_links(story, "p")}</div></div><footer class="entry-footer">Tagged <a href="/t">border</a>, <a href="/t">water</a></footer></article>
<nav class="post-navigation"><a href="/p">Previous: {story.more[1]}</a></nav><div id="comments" class="comments-area"><h2>3 thoughts</h2><ol><li><p>I walked past there yesterday and saw nobody at all, so I wonder who counts these visits.</p></li>
<li><p>About time. My aunt has asked for this since the bridge was built, and she is ninety.</p></li></ol><form><p>Leave a reply. Your address will not be published.</p></form></div></main>
<aside id="secondary" class="widget-area"><h2>Recent posts</h2><ul>{_links(story)}</ul></aside></div><footer id="colophon"><p>Proudly made by hand. All rights reserved by The Line.</p></footer></body></html>"""


def office(story: Story) -> str:
    """Write a page as an office of a government does: divisions of divisions, a banner, accessibility tools."""
    return f"""<html><head><title>Gobierno | Comunicados</title></head><body><div class="cookie-consent"><p>Usamos cookies para mejorar su visita. Al seguir acepta nuestra política de cookies.</p><button>Aceptar</button></div>
<div class="top-bar"><div class="container"><a href="/">Inicio</a> <a href="/tramites">Trámites</a> <a href="/gobierno">Gobierno</a></div></div>
<div class="breadcrumb"><a href="/">Inicio</a> &gt; <a href="/prensa">Sala de prensa</a> &gt; Comunicado 88</div>
<div class="container"><div class="row"><div class="col-md-8"><h1>{story.headline}</h1><div class="social-share"><a href="#">Compartir</a><a href="#">Imprimir esta página</a></div>
<div class="article-body">{story.body}</div></div><div class="col-md-4 sidebar"><h3>Lo más leído</h3><ul>{_links(story)}</ul><div class="newsletter"><p>Suscríbase al boletín semanal y reciba todas las noticias en su buzón.</p></div></div></div></div>
<div class="footer"><div class="container"><p>Calle Sin Número 1, Centro. Atención ciudadana de lunes a viernes. Aviso de privacidad integral.</p><ul><li><a href="/t">Transparencia</a></li><li><a href="/d">Denuncia contra servidores públicos</a></li></ul></div></div></body></html>"""


def paper(story: Story) -> str:
    """Write a page as a newspaper does: teasers between paragraphs, a promotion, a long list at the end."""
    parts = story.body.split("</p>", 2)
    teaser = f'<div class="related-inline"><p>Read also: <a href="/n/1">{story.more[0]}</a></p></div>'
    body = f"{parts[0]}</p>{teaser}{parts[1]}</p><div class='ad-slot'><p>Advertisement. Continue below.</p></div>{parts[2]}"
    return f"""<html><head><title>{story.headline}</title><meta property="og:title" content="{story.headline}"></head><body><div id="wrapper"><header><div class="logo"><a href="/">Daily Example</a></div>
<nav class="main-menu"><a href="/l">Local</a><a href="/s">Sports</a><a href="/o">Opinion</a></nav></header><section class="story"><h1>{story.headline}</h1><p class="byline">By a reporter of the house</p>
<div class="story-body">{body}</div><div class="author-bio promo"><p>The reporter has written for the Daily Example for eleven years and likes long walks.</p></div></section>
<section class="more-stories recommended"><h2>More from this section</h2>{"".join(f'<div class="card"><h3><a href="/n/{at}">{title}</a></h3><p>What happened, why it matters, and what the neighbours say about it.</p></div>' for at, title in enumerate(story.more))}</section>
<footer><p>Subscribe for one dollar a week. Terms of service. Privacy policy. Contact the editors.</p></footer></div></body></html>"""


def table(story: Story) -> str:
    """Write a page as in the year 2000: laid out with tables, with no word for anything."""
    return f"""<html><head><title>News</title></head><body><table width="100%"><tr><td colspan="3"><img src="logo.gif" alt="Chamber"> <a href="i.htm">Home</a> | <a href="m.htm">Members</a> | <a href="e.htm">Events</a></td></tr>
<tr><td width="150"><a href="1.htm">About the chamber</a><br><a href="2.htm">Board of directors</a><br><a href="3.htm">Join us</a></td><td><h1>{story.headline}</h1>{story.body}</td>
<td width="150"><b>Other news</b><br>{"<br>".join(f'<a href="{at}.htm">{title}</a>' for at, title in enumerate(story.more))}</td></tr><tr><td colspan="3"><font size="1">Copyright. Best viewed at 800 by 600. <a href="w.htm">Webmaster</a></font></td></tr></table></body></html>"""


def university(story: Story) -> str:
    """Write a page with the elements that HTML 5 has for it, and a dialog and a banner over it."""
    return f"""<html><head><title>{story.headline} | Example University</title></head><body><div role="alertdialog" class="gdpr"><p>We value your privacy. Choose what we may store about you.</p></div>
<header role="banner"><a href="/">Example University</a><form role="search"><label>Search the site</label><input></form></header><nav aria-label="Main"><ul><li><a href="/a">Admissions</a></li><li><a href="/r">Research</a></li></ul></nav>
<main id="main"><article><h1>{story.headline}</h1>{story.body}</article><section class="newsletter-signup"><h2>Stay in touch</h2><p>Get our monthly letter with stories from the labs and the fields.</p></section></main>
<aside><h2>In the news</h2><ul>{_links(story)}</ul></aside><footer role="contentinfo"><address>1 College Way</address><p>An equal opportunity institution since its first day.</p></footer></body></html>"""


def bare(story: Story) -> str:
    """Write a page that somebody saved: the article and nothing else."""
    return f"<html><head><title>x</title></head><body><h1>{story.headline}</h1>{story.body}</body></html>"


SITES: dict[str, Callable[[Story], str]] = {
    "weblog": weblog,
    "office": office,
    "paper": paper,
    "table": table,
    "university": university,
    "bare": bare,
}
