using System.Collections.Immutable;
using System.Text;

namespace AiDigest.Core.Model;

/// <param name="Kind">What it is.</param>
/// <param name="Value">By kind: offset, depth or index.</param>
/// <param name="Length">Bytes, for <see cref="PieceKind.Html"/>; else 0.</param>
public readonly record struct Piece(PieceKind Kind, int Value = 0, int Length = 0);
