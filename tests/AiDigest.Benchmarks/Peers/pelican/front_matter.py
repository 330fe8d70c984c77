"""Reads Markdown below YAML, which Pelican of itself does not."""
import markdown
import yaml
from pelican import signals
from pelican.readers import MarkdownReader

SafeLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Reader(MarkdownReader):
    converter = None

    def read(self, source_path):
        with open(source_path, encoding="utf-8") as source:
            _, front, body = source.read().split("---\n", 2)
        if self.converter is None:
            self.converter = markdown.Markdown(**self.settings["MARKDOWN"])
        fields = yaml.load(front, Loader=SafeLoader)
        said = {name: value if isinstance(value, list) else str(value) for name, value in fields.items()}
        return self.converter.reset().convert(body), {name: self.process_metadata(name, value) for name, value in said.items()}


def register():
    signals.readers_init.connect(lambda readers: readers.reader_classes.update(md=Reader), weak=False)
