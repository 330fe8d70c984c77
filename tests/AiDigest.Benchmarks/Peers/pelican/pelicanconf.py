# The same digest in Pelican.
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import front_matter  # noqa: E402

PLUGINS = [front_matter]
SITENAME = "Дайджест"
SITEURL = FEED_DOMAIN = "https://digest.example"
TIMEZONE = "UTC"
DEFAULT_LANG = "ru"
THEME = str(HERE / "theme")
THEME_STATIC_DIR = "."
STATIC_PATHS = []
USE_FOLDER_AS_CATEGORY = False
FILENAME_METADATA = r"(?P<slug>.+)"
# Code is coloured by none of the generators.
MARKDOWN = {"extensions": ["markdown.extensions.tables", "markdown.extensions.fenced_code"], "output_format": "html5"}

ARTICLE_URL = "{date:%Y/%m/%d}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
TAGS_SAVE_AS = "tags/index.html"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
DEFAULT_PAGINATION = FEED_MAX_ITEMS = 20
PAGINATED_TEMPLATES = {"index": None, "tag": None}
PAGINATION_PATTERNS = ((1, "{url}", "{save_as}"), (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"))

RSS_FEED_SUMMARY_ONLY = False
FEED_ALL_RSS = "index.xml"
TAG_FEED_RSS = "tags/{slug}/index.xml"
FEED_ATOM = FEED_RSS = FEED_ALL_ATOM = CATEGORY_FEED_ATOM = CATEGORY_FEED_RSS = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = TRANSLATION_FEED_RSS = None
