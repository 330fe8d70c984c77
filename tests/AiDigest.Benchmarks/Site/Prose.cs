using System.Text;

namespace AiDigest.Benchmarks.Site;

/// <summary>Russian sentences about papers, put together from parts: they mean little and look like summaries.</summary>
internal sealed class Prose(Chance chance)
{
    private static readonly string[] Openings =
    [
        "На практике", "В отличие от прежних работ", "Как показывают опыты", "Для длинных последовательностей", "При малом числе примеров",
        "По словам авторов", "На открытых наборах данных", "Без дополнительной разметки", "В режиме реального времени", "После дообучения",
    ];

    private static readonly string[] Subjects =
    [
        "предложенный метод", "новая функция потерь", "разреженное внимание", "небольшая модель-учитель", "кэш ключей и значений",
            "проверяющий модуль",
        "диффузионный декодер", "обучение с подкреплением", "открытая реализация", "маршрутизация токенов", "сжатое представление",
            "агент с памятью",
    ];

    private static readonly string[] Verbs =
    [
        "заметно снижает", "почти вдвое сокращает", "надёжно оценивает", "последовательно уточняет", "не требует увеличивать",
            "позволяет измерить",
        "впервые объясняет", "устойчиво улучшает", "аккуратно разделяет", "заранее предсказывает",
    ];

    private static readonly string[] Objects =
    [
        "время ответа на одной видеокарте", "число ошибок рассуждения", "качество перевода редких языков", "расход памяти при обучении",
            "долю галлюцинаций",
        "разрыв между обучением и применением", "стоимость разметки", "точность поиска по документам", "устойчивость к шуму",
            "согласие с оценками людей",
    ];

    private static readonly string[] Endings =
    [
        "и не меняет архитектуру исходной сети", "причём выигрыш растёт вместе с размером модели", "что подтверждают независимые измерения",
        "хотя цена одного запроса остаётся прежней", "а код и веса опубликованы вместе со статьёй",
            "поэтому подход легко встроить в готовый конвейер",
        "но только до определённой длины контекста", "и это видно на всех четырёх тестах",
    ];

    private static readonly string[] Terms = ["kv_cache", "top_k=50", "bf16", "LoRA(r=16)", "softmax", "batch_size=64", "torch.compile"];

    private static readonly string[] Formulas =
    [
        @"$O(n \log n)$", @"$\alpha = 0.1$", @"$p(x_t \mid x_{t-1})$", @"$\mathcal{L}_{\mathrm{KL}}$", @"$QK^\top / \sqrt{d}$",
        @"$\theta_{t+1} = \theta_t - \eta \nabla L(\theta_t)$", @"$\mathbb{E}_{x \sim p}[f(x)]$",
    ];

    /// <summary>
    /// A body of about three kilobytes and a half: paragraphs with emphasis, links and code, at times formulas, a list, a table or a block
    /// of code.
    /// </summary>
    public string Body(string model)
    {
        var blocks = new List<string>();
        var hasMath = chance.Percent(15);
        var sentences = chance.Between(9, 19);
        for (var paragraphs = chance.Between(1, 3); paragraphs > 0; paragraphs--)
        {
            var count = Math.Max(2, sentences / paragraphs);
            sentences -= count;
            var text = new StringBuilder();
            for (var i = 0; i < count; i++)
            {
                text.Append(i > 0 ? " " : "").Append(Sentence(decorated: i == 1, hasMath && i == 0));
            }

            blocks.Add(text.ToString());
        }

        if (Block(model) is { } extra)
        {
            blocks.Insert(chance.Between(1, blocks.Count), extra);
        }

        return string.Join("\n\n", blocks);
    }

    public string Sentence(bool decorated = false, bool math = false)
    {
        var what = chance.Of(Objects);
        if (decorated)
        {
            what = chance.Below(3) switch
            {
                0 => $"**{what}**",
                1 => $"[{what}](https://example.org/notes/{chance.Between(1, 999)})",
                _ => $"{what} (`{chance.Of(Terms)}`)",
            };
        }

        var formula = math ? $", где {chance.Of(Formulas)}," : "";
        return $"{chance.Of(Openings)} {chance.Of(Subjects)} {chance.Of(Verbs)} {what}{formula} {chance.Of(Endings)}.";
    }

    private string? Block(string model) => chance.Below(100) switch
    {
        < 15 => string.Join('\n', Enumerable.Range(0, chance.Between(3, 5))
            .Select(_ => $"- {chance.Of(Subjects)} {chance.Of(Verbs)} {chance.Of(Objects)}")),
        < 22 => "| Модель | Точность, % | Время, с |\n| --- | ---: | ---: |\n" + string.Join('\n', Enumerable.Range(1, chance.Between(3, 5))
            .Select(row =>
                $"| {model}-{row} | {chance.Between(40, 95)}.{chance.Below(10)} | {chance.Between(1, 30)}.{chance.Below(10)} |")),
        < 28 => $"```python\nmodel = load(\"org/{model}\")\nfor step in range({chance.Between(4, 2000)}):\n    loss = model(batch)  # шаг\n    loss.backward()\n```",
        _ => null,
    };
}
