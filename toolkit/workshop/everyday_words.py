"""Words that are names of people as well, and what each may be taken for. Sorted, in lower case, with their accents."""

from __future__ import annotations

_FUNCTION = """
about above after again against all almost along already also although always am among an and another any are around
as at att aux av avec be because been before behind being below beneath beside besides between beyond both bsc but
by cannot com con could da dame dans das de del della den der des det di did die dipl do does done dos dr du during
each een ein eine either el else en enough er es et even ever every except few for from go had has have he her here
hers het hi him his hon how however if ikke il im in indeed ing instead into is ist it its itself ja jr just la lady
las le les less like lord los madam mag many mba me more most mr mrs ms msc much must mx my myself neither never
next nicht no none nor not nothing och of off og oh ok on once only or other others our ours out over own par para
per phd por pour prof på rather rev same shall she should since sind sir so some sr st such sur ten ter than that
the their them themselves then there therefore these they this those though through thus til till to together too
toward towards un una und under une unless uno until up upon us van very via von was we went were what when where
whether which while who whom whose why with within without would yes yet you your yourself zu
"""
FUNCTION = frozenset(_FUNCTION.split())
"""Words that hold sentences together, and titles: none is looked for as a part of a name, also not with a capital."""

_EVERYDAY = """
abbey able abundance academia ace achievement acts adviser age aim air alias alpha amber amen amity analyst angel
anger angle answer apple april arch archer area aria ark arm army arrow art artist ash aspen assistant aster august
aura author autumn avenue average baby back bad badger bail bailey baker balance ball ban band bank bar bard bark
barn baron base basil bass bat bath bay beach bead beam bear beard beau beauty beck bee beer bell belle bench bend
berry best beta better bias big bill bin bing birch bird bishop bit black blank bliss block blockchain bloom blossom
blue boar board bob bold bolt bond bone book boom boot booth born boss bother bow bower box boy brain branch brand
brandy brave bray bread breeze brew brick bridge bright bring brook brooks brother brown brush buck bud bull burden
burn burns bus bush butcher butler butt button buy byte cage cake call calm can cane canon canvas cap cape captain
car card care carol carpenter carry cart carter case cash cast castle cat catch cedar center chain chair chairman
chairperson chamber champion chance chancellor chandler change chant chaos chapel chapman char charity chase chat
cheer cherry chess chest chief child china chip christian church circle citizen city clay clear clerk cliff clip
close clove clover coach coal coast cock code coin colt come comfort common commons community concern consensus cook
cool cooper coordinator cope coral cord corn corner cotton couch council count country course court cow coward crane
crash crew crisp crop cross crow crown cruise crystal cup curry curt cut dab daily dairy daisy dale dance dancer
dare dark dash date dawn day days dead deal dean dear december decision deed deep deer delegate delta dent design
desire destiny developer dew diamond dig digital dill ding dip director discipline dock dolphin don dong door dot
dove down draft drake draper draw dream drew drop drum dry duchess duck due duke dun dung dust dusty dwell eagle
earl early earth east easter easy ebony echo edge editor effort eight elder elm ember emerald empress end energy
engineer english era ernst err eve evening everyday evil example expert eye fable face facilitator fair fairy faith
falcon fall fame fan fancy fang far farm farmer fast fat fate father fawn fay feather february fell felt fen fern
ferry field fields fig fight file fin final finch find fine fir fire firm first fish fisher fit five flag flash
fleet flint flora flow flower fly follow foot ford foreman forest forester fork fort fortune forward foster
foundation founder four fowl fox frame frank free freed freedom freeman fresh friday friend frost fry full fuller
fun funk fuse future gad gain gale gall gamble game gang garden gardener garland garnet garrison gate gates gay gem
gene general gentle gentry gift gild ginger gipsy give glad glass global glory glover goal god goings gold golden
gong good goodwill goose gore governance grace grain grand grange grant grass grave graves gravy gray great green
grey griffin grip group grove grow guard guest guests guide guild gull gum gun guy gypsy hack hair hale half hall
ham hammer hand hang happy harbor harbour hard hardy hare hark harm harmony harrow hart harvest haste hat hatch
haven hawk hay haze hazel head heal hear heard heart heat heather heaven hedge helm help hen henna herb herd herder
hero heron hide high hill hills hip hit hive hoar hobby hog hold holiday hollow holly holm holt home honest honey
honor honour hood hook hop hope horn horse host hot hours house hoy hue hug huge hull human hung hunt hunter hush
hut ice idea ideal image independence indigo ink inn innocent internet iris iron island issue ivory ivy jack jacks
jade jam january jar jasmine jay jean jeans jet jewel job join joker jolly jot journey joy judge july jump june
junior juniper justice kale keen keep key kid kidd kill kin kind king kings kit kite knight knot know lace lad lake
lamb lamp lan land lane large lark last late latter laud laurel lavender law lawn lawyer lax lay lead leader leaf
lean leap leave led left leg lemon lent level liberty lie lies life light lilac lily lime line ling link lion lip
list litter little live lo load loan local lock log long look loom loop loss lot lotus loud love low loyal luck
lucky luna lynx mac mace mad magic magnolia maid mail main maintainer maize major make male mall malt man manager
mandarin manly manner manor maple mar march marigold marina marine mark marker market marks mars marsh marshal mason
mass mast master mat match mate matter max maxim may mayor mead meadow mean media melody member men mercury mercy
merit merry mess might mild mile miles milk mill miller mine miner ming minister mink mint minute miracle mirror
miss mist mister mite moderator modest mole moment monday money monk moody moon moor moral morn morning moss mother
mount mountain mouse mouth mull murder muse music mustard myrtle nail nam name near neat neck need neighbor
neighbour nest net network new newman news nice nick night nightingale nine noble nobody noon north note novel
november now number nun nurse nut oak oaks observer ocean october odd officer official old olive one online onyx
opal open open-source orange orchid order organiser organizer osprey otter outlaw owl owner pace pack page pain
paint painter pair palace pale palm pan pang pansy paper park parker parks parson part participant participants
participation partner partridge party pass past pastor pat patch path patience patient pay peace peach peacock peak
pear pearl peck peg pen penn penny people pepper peri person petal pick piece pierce pigeon pike pilgrim pin pine
ping pink piper pit place plain plan plant play player pleasant plenty plum plus poet point pole policy pollard pool
poor pop pope poppy port porter post pot potter pound power praise pray preacher precious president press price
pride priest prime primrose prince princess prior private prize process proctor producer professor promise proud
prudence public pure purple push quail queen quest question quick quiet quill quince quite race rail rain rainbow
ram ran ranger rank rash rat raven raw ray reach read reader real reason rebel record recorder red reed reef
register regular rein remedy remote research researcher reserve responsibility rest reveal rhyme rice rich richer
riches rick ride rider ridge right ring ringer ripple rise risk river rivers road roam rob robe robin rock rocky rod
roe rolling roman romance roof rook room root rope rosa rose rosemary roses rough round row royal ruby rue rule
ruler run runner rush rust rusty rye sable sad sadler saffron sage said sailor saint sale salt sand sandy sang sap
sapphire sat saturday savage save saw say says scales scarlet school science scientist sea seal search season seat
second secret secretary see seed seeds sell senior sense sentence september sequoia serene serenity series serve
service session settle seven shade shadow shaft shank shark sharp shaw shay shed sheen sheep shepherd sherry shine
ship shipman shock shoe shoemaker shore short show shy side sign silence silk silver simple sin sing singer single
sister six skill skip skipper sky slate small smart smile smith smoke snow software sol sole somebody someone
something sometimes son song soon sorrel sorrow sort soul source south sparks sparrow speaker spear specialist speck
spice spike spirit spoke spring sprinkle spur square stack staff stage star stark stars start state steal steel
steep step sterling steward stick still stock stone stones stop storey storm story stout straight strange stream
street strength strong student stuff sue sugar sum summary summer summers summit sun sunday sung sunny sunrise
sunset sure surprise swallow swan sweet swift sword system tab table tailor tale talk tall tally tan tang tanner
target tart tate taylor tea teacher teak teal team tear technical technology teller temperance temple tender tennis
term test thai thank thanks thatcher thing think third thorn thorne thought three thrift thumb thunder thursday
thyme tide tie tiger tiller time tin ting tiny tobacco today told toll tong tool top topaz topic tot touch tower
towers town track trade trainee trainer traveller treasure treasurer tree trees trench trial trinity troll trout
troy true trust truth tucker tuesday tulip tune turkey turn turner turquoise twain twin two tyre union unique unit
unity urban usual vale valentine valley valour value vanity venture venus verge verity verse version vest vicar
victor victory view vine viola violet virgin virtual virtue vision visitor voice void volunteer vote wade wage wait
wake walk walker wall waller wallet want war ward warden ware warm warner warren wart watch water waters watt watts
wave way weal wealth weaver web webster wedding wednesday week weeks weir welcome well wells west wheat wheel
wheeler whistler white wick wide widow wife wild wilder will willing willow wills win wind window wine wing wink
winner winter winters wisdom wise wish wit wolf wolfe wonder wood woodman woods woodward wool woot word work worker
works world worth wren wrong yam yang yard year yen yin young youth yule zeal zen zero zone
"""
EVERYDAY = frozenset(_EVERYDAY.split())
"""Words that anybody may say and mean nobody: only with a capital one is taken for a part of a name."""
