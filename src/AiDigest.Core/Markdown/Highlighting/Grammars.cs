namespace AiDigest.Core.Markdown.Highlighting;

/// <summary>The languages of <see cref="CodeLexer"/>.</summary>
internal static class Grammars
{
    private const string CWords =
        "auto break case const continue default do else enum extern for goto if inline register restrict return sizeof static struct "
        + "switch "
        + "typedef union volatile while _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local alignas alignof "
            + "constexpr "
        + "static_assert thread_local typeof";

    private const string CTypes =
        "void char short int long float double signed unsigned bool size_t ssize_t ptrdiff_t int8_t int16_t int32_t int64_t uint8_t "
        + "uint16_t "
        + "uint32_t uint64_t uintptr_t intptr_t FILE wchar_t char8_t char16_t char32_t";

    private const string CppWords = CWords
        + " and bitand bitor catch class co_await co_return co_yield compl concept const_cast consteval constinit decltype delete "
            + "dynamic_cast "
        + "explicit export final friend import module mutable namespace new noexcept not operator or override private protected public "
        + "reinterpret_cast requires static_cast template this throw try typeid typename using virtual xor";

    private const string CppTypes = CTypes
        + " string string_view vector map set unordered_map unordered_set array optional pair tuple span unique_ptr shared_ptr "
            + "variant function thread mutex atomic";

    private static readonly Grammar Cpp = new()
    {
        Keywords = CppWords,
        Types = CppTypes,
        Constants = "true false nullptr NULL",
        Prefixes = "uUL8R",
        CppRaw = true,
        Directives = true,
        DigitSeparator = '\'',
    };

    public static Grammar C => Cpp with { Keywords = CWords, Types = CTypes, CppRaw = false };

    public static Grammar CPlusPlus => Cpp;

    public static Grammar Cuda => Cpp with
    {
        Keywords = CppWords
            + " __global__ __device__ __host__ __shared__ __constant__ __managed__ __restrict__ __forceinline__ __noinline__ "
                + "__launch_bounds__ "
            + "__grid_constant__ __kernel __global __local kernel device threadgroup constant",
        Types = CppTypes
            + " dim3 uint3 float2 float3 float4 int2 int3 int4 uint2 uint4 double2 half half2 __half __half2 __nv_bfloat16 "
                + "__nv_bfloat162 cudaStream_t "
            + "cudaError_t cudaEvent_t uint uchar ushort threadIdx blockIdx blockDim gridDim warpSize",
        Constants = "true false nullptr NULL cudaSuccess cudaMemcpyHostToDevice cudaMemcpyDeviceToHost",
    };

    public static Grammar Python => new()
    {
        LineComments = ["#"],
        BlockComment = null,
        Strings = [new("\"\"\"", Lines: true), new("'''", Lines: true), Grammar.Double, Grammar.Single],
        Prefixes = "rRbBuUfFtT",
        Decorator = '@',
        Keywords = "and as assert async await break class continue def del elif else except finally for from global if import in is "
            + "lambda nonlocal not or pass "
            + "raise return try while with yield match case type cdef cpdef",
        Types = "int float str bytes bool list dict set tuple frozenset object type complex bytearray range enumerate zip map filter "
            + "len print open sum min max abs any all "
            + "sorted reversed isinstance issubclass super property staticmethod classmethod getattr setattr hasattr Exception "
                + "ValueError TypeError RuntimeError KeyError",
        Constants = "True False None self cls NotImplemented Ellipsis",
    };

    public static Grammar Rust => new()
    {
        Nested = true,
        Strings = [new("\"", Lines: true)],
        Prefixes = "bc",
        Rust = true,
        CapitalTypes = true,
        Keywords = "as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut pub "
            + "ref return static struct super "
            + "trait type union unsafe use where while yield",
        Types = "bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f16 f32 f64",
        Constants = "true false self None Some Ok Err",
    };

    public static Grammar Go => new()
    {
        Strings = [Grammar.Double, new("`", '\0', Lines: true), Grammar.Single],
        Keywords = "break case chan const continue default defer else fallthrough for func go goto if import interface map package "
            + "range return select struct switch type var",
        Types = "bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 "
            + "uint64 uintptr any append cap "
            + "close copy delete len make new panic print println recover",
        Constants = "true false nil iota",
    };

    public static Grammar Java => new()
    {
        Strings = [new("\"\"\"", Lines: true), Grammar.Double, Grammar.Single],
        Decorator = '@',
        CapitalTypes = true,
        Keywords = "abstract assert break case catch class const continue default do else enum extends final finally for goto if "
            + "implements import instanceof interface "
            + "native new package private protected public return static strictfp super switch synchronized this throw throws "
                + "transient try volatile while "
            + "var record sealed permits yield fun val when object companion override data is in",
        Types = "boolean byte char double float int long short void",
    };

    public static Grammar CSharp => Java with
    {
        Strings = [new("\"\"\"", '\0', Lines: true), Grammar.Double, Grammar.Single],
        Prefixes = "$@",
        Decorator = '\0',
        Directives = true,
        Keywords = "abstract as async await base break case catch checked class const continue default delegate do else enum event "
            + "explicit extern finally fixed for foreach "
            + "get goto if implicit in init interface internal is lock namespace new operator out override params private protected "
                + "public readonly record ref required return "
            + "sealed set sizeof stackalloc static struct switch this throw try typeof unchecked unsafe using var virtual volatile "
                + "when where while with yield and or not",
        Types = "bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort void",
    };

    public static Grammar Script => new()
    {
        Strings = [Grammar.Double, Grammar.Single, new("`", Lines: true)],
        InWords = "_$",
        Decorator = '@',
        Keywords = "abstract as async await break case catch class const continue debugger declare default delete do else enum export "
            + "extends finally for from function get if "
            + "implements import in infer instanceof interface keyof let namespace new of private protected public readonly return "
                + "satisfies set static super switch "
            + "this throw try type typeof var void while with yield",
        Types = "any bigint boolean never number object string symbol unknown Array Map Set Promise Object String Number Boolean Math "
            + "JSON Date Error console document window",
        Constants = "true false null undefined NaN Infinity",
    };

    public static Grammar Sql => new()
    {
        LineComments = ["--"],
        Strings = [new("'", '\0', Lines: true), new("\"", '\0'), new("`", '\0')],
        IgnoreCase = true,
        Keywords = "select from where and or not in is as on join left right inner outer full cross natural using group by order "
            + "having limit offset union all distinct insert into "
            + "values update set delete create table view index drop alter add column primary key foreign references unique check "
                + "default constraint begin commit rollback "
            + "transaction with recursive case when then else end exists between like ilike returning asc desc over partition rows if "
                + "replace temporary trigger function",
        Types = "int integer bigint smallint serial text varchar char boolean date time timestamp numeric decimal real float double "
            + "json jsonb uuid blob array vector",
    };

    public static Grammar Json => new() { Strings = [Grammar.Double, Grammar.Single], KeyString = ':', Calls = false };

    public static Grammar Toml => new()
    {
        LineComments = ["#", ";"],
        BlockComment = null,
        Strings = [new("\"\"\"", Lines: true), new("'''", '\0', Lines: true), Grammar.Double, new("'", '\0')],
        Sections = true,
        KeyWord = '=',
        Calls = false,
        Constants = "true false inf nan",
    };

    public static Grammar Docker => new()
    {
        LineComments = ["#"],
        BlockComment = null,
        Variables = true,
        KeywordsLead = true,
        IgnoreCase = true,
        Calls = false,
        Constants = "",
        Keywords = "add arg cmd copy entrypoint env expose from healthcheck label maintainer onbuild run shell stopsignal user volume "
            + "workdir",
    };
}
