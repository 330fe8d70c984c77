using System.Collections.Immutable;

namespace AiDigest.Core.Site;

/// <summary>Plans the outputs of one kind.</summary>
public delegate IEnumerable<RenderedOutput> OutputPlan(PlanContext context);
