namespace AiDigest.Core.Markdown;

/// <summary>The names that may follow an opening fence, in any case.</summary>
internal static class FenceLanguages
{
    private static readonly HashSet<string> Names = new(
        ("text txt plain plaintext none output console terminal log prompt shell sh bash zsh fish powershell ps1 bat cmd " +
        "python py pycon ipython jupyter cython c h cpp c++ cc hpp cuda cu hip opencl ptx metal triton glsl hlsl wgsl asm nasm llvm mlir " +
        "csharp c# cs fsharp f# vb java kotlin kt scala groovy clojure rust rs go golang zig nim d swift objectivec objective-c dart " +
        "javascript js jsx typescript ts tsx coffeescript html xml xhtml svg mathml css scss sass less vue svelte php ruby rb perl pl "
        + "lua r julia jl " +
        "matlab octave fortran pascal delphi ada cobol haskell hs ocaml ml erlang elixir ex lisp scheme racket elisp prolog coq lean "
        + "lean4 agda isabelle apl " +
        "json json5 jsonl jsonc yaml yml toml ini conf properties env csv tsv sql sqlite postgresql graphql protobuf proto thrift avro " +
        "diff patch git gitignore makefile make cmake dockerfile docker nginx apache terraform hcl nix bazel gradle " +
        "latex tex bibtex bib markdown md rst asciidoc typst mermaid dot graphviz plantuml gnuplot regex http verilog systemverilog "
        + "vhdl solidity wasm wat " +
        "pseudocode algorithm bnf ebnf abnf jinja jinja2 liquid scriban smalltalk tcl vim awk sed stan").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> All => Names;

    public static bool Knows(string name) => Names.Contains(name);
}
