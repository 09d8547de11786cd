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
abbey able abstract abundance academia access account accountability accounts ace achievement across act action acts
add added address adds administration advice adviser affected afternoon afterwards age agency agenda ago agree
agreed agreement aim air alias align alignment alike allowed allows alone aloud alpha amber amen amity analysis
analyst angel anger angle answer answered answering answers anybody anyone anything apart apple appointed april arch
archer area aria ark arm army arrangement arrive arrow art article artist ash ask asked asking asks aspen assistant
assumptions aster asymmetry august aura author authority authors autumn avenue average away baby back bad badger bag
bail bailey baker balance ball ballot ballots ban band bank bar bard bark barn baron base based basil basis bass bat
bath bay beach bead beam bean beans bear beard beau beauty became beck become becomes bee beer beforehand began
begin beginning begins begun bell belle belong belongs bench benches bend berry best beta better bias big bill bin
binds bing birch bird bishop bit black blank bliss blob block blockchain bloom blossom blue boar board bob bodies
body bold bolt bond bone book boom boot booth borderline born borrow boss bother bought bow bower bowl box boxes boy
brain branch brand brandy brave bray bread break breeze brew brick bridge bridges bright bring brings broken brook
brooks brother brought brown brush buck bud budget build building built bull burden burn burns bus bush butcher
butler butt button buy byte cage cake calendar call called calls calm came can cane canon canvas cap capacity cape
captain capture car card cards care carol carpenter carried carries carry cart carter case cases cash cast castle
cat catch cedar center central centre chain chair chairman chairperson chairs chamber champion chance chancellor
chandler change changed changes chant chaos chapel chapman char charge charged charity chart chase chat check
checked checks cheer cherry chess chest chief child china chip choice choose chooses chose chosen christian church
circle citizen city claim clay clear clerk client cliff clip clock clocks close closed closer closes clove clover
coach coal coast cock code coin coins colleague collected colour colt column columns come comes comfort coming
comment commit commitment commitments committee common commons communities community company compare compared
complete compliance concern concerns conditions consensus consent contested contract contracts contribution control
cook cool cooper coordinator cope copy coral cord core corn corner correct corrected correction corrects cost costs
cotton couch council count counted counter counting countries country counts course court cow coward crane crash
created crew crisp crop cross crow crown cruise crystal cup curry curt cut dab daily dairy daisy dale dance dancer
dare dark dash data date dawn day days dead deadline deal dealt dean dear debrief december decentralization decide
decided decides deciding decision decisions deed deep deer defend definition definitions delegate delegation delta
dent depend depends deposit description design designer designers desire desk destiny developer developers dew
diamond differ difference different differently dig digital dill ding dip director discipline discussion dish
displaced dissent district dock docs document doing dolphin domain domains don dong door doors dot double doubt dove
down draft drake draper draw drawing drawn draws dream drew drop dropped drum dry duchess duck due duke dun dung
dust dusty duties duty dwell eagle earl earlier early earn earns earth easily east easter easy ebony echo edge
editor effect effort eight elder elected eleven elm elsewhere ember emerald employer empress empty end ended ends
energy engineer english enter entry envelope envelopes equal era ernst err eve evening evenings event events
everybody everyday everything evidence evil exactly example execution exercise exist exit expect expectation
expectations expects expert explain explained explains eye eyes fable face facilitator fact fail fails failure fair
fairy faith falcon fall falls fame fan fancy fang far farm farmer fast fat fate father fault favour fawn fay fear
feather february feel fell felt fen fern ferry fewer field fields fifth fig fight file fill fin final finance finch
find finding finds fine fingers finished fir fire firm firms first fish fisher fit fits five fixed flag flash fleet
flint floor flora flow flower fly folded folder follow follows foot ford forecast foreman forest forester fork form
formal forms fort fortune forty forward foster found foundation founder four fourth fowl fox frame framework frank
free freed freedom freeman fresh friday friend friendly friends front frost fry full fuller fun fund funk fuse
future gad gain gale gall gamble game gang gap garden gardener garland garnet garrison gate gates gave gay gem gene
general gentle gentry get gets gift gild ginger gipsy give given gives giving glad glass global glory glossary
glover goal god goes going goings gold golden gone gong good goodwill goose gore got governance government grace
grain grand grange grant grass grave graves gravy gray great green grey griffin grip ground group grouping groups
grove grow grows guard guessed guest guests guide guild gull gum gun guy gypsy habit hack hair hale half hall halves
ham hammer hand handed hands hang hangs happen happened happens happy harbor harbour hard hardly hardy hare hark
harm harmony harrow hart harvest haste hat hatch haven having hawk hay haze hazel head heading heal health hear
heard hearing hears heart heat heather heating heaven hedge held helm help helped helper helpers helps hen hence
henna herb herd herder hero heron hidden hide high hill hills hip hit hive hoar hobby hog hold holder holders
holding holds holiday hollow holly holm holt home honest honey honor honour hood hook hop hope horn horse host hot
hour hours house households houses hoy hue hug huge hull human hundred hung hunt hunter hurt hush hut ice idea ideal
image independence indigo information ink inn innocent inquiry inside institution intent interest internet
interpreter interpreters invitation invite iris iron island issue ivory ivy jack jacks jade jam january jar jasmine
jay jean jeans jet jewel job join joined joker jolly jot journey joy judge judgement judges july jump june junior
juniper justice kale keen keep keeps kept key keyed keys kid kidd kill kin kind kinds king kings kit kite knew
knight knot know knowing knowledge known knows label labels lace lad ladder laid lake lamb lamp lan land lane
language languages large lark last late later latter laud laurel lavender law lawn lawyer lax lay lays lead leader
leading leaf lean leap learn learning learns least leave leaves leaving led ledger ledgers left leg legal legitimacy
lemon lent let lets letter letters level lever levers liability liable liberty library licence lie lies life light
likes lilac lily lime limit limits line lines ling link links lion lip list listed listen lists litter little live
lives lo load loan local lock locked log long longer longest look looked looking looks loom loop lose loses loss
lost lot lotus loud love low loyal luck lucky luna lynx mac mace machine machines mad made magic magnolia maid mail
main maintainer maintainers maize major majority make makes making male mall malt man manager mandarin mandate manly
manner manor map maple mar march marigold marina marine mark marked marker market marks mars marsh marshal mason
mass mast master mat match mate materials matter matters max maxim may mayor mead meadow mean meaning meanings means
meant measure mechanisms media meet meeting meets melody member members men mend mended mercury mercy merit merry
mess met middle might mild mile miles milk mill miller min mine miner ming minister ministry mink mint minus minute
minutes miracle mirror miss missing mist mistake mister mite mixed model moderator modes modest mole moment monday
money monk month months moody moon moor moral morn morning moss mother mount mountain mouse mouth move moved moves
mull murder muse music mustard myrtle nail nam name named names native near neat neck need needed needs neighbor
neighbour neighbours nest net network new newcomer newcomers newman news nice nick night nightingale nine noble
nobody noon north note notes notice noticed notices novel november now number numbers nun nurse nut oak oaks
objection objections observer ocean october odd offer offered offers office officer offices official offline often
old olive one ones oneself online onto onyx opal open open-source opens opinion opposite orange orchid order
ordinary organisation organisations organiser organizer osprey otter outcome outlaw outputs outside owl owner owners
ownership pace pack page paid pain paint painter pair pairs palace pale palm pan panel pang pansy paper papers park
parked parker parking parks parliament parson part participant participants participation particular partner
partners partridge parts party pass passed past pastor pat patch path patience patient pattern pay payment pays
peace peach peacock peak pear pearl peck peers peg pen penn penny pens people pepper peri period person personal
petal pick picture piece pierce pigeon pike pilgrim pin pine ping pink piper pit pitch place places plain plan plant
play player plays pleasant please plenary plenty plum plus poet point points pole policy pollard pool poor pop pope
poppy port porter possible post poster pot potter pound power powers practice practitioner praise pray preacher
precious present president press pressed price pride priest prime primrose prince princess print printable
printables prior private prize problem process proctor producer product profession professor program programme
project projects promise promised promises proof property proposal proposals protect protects protocol proud
prudence public publication publications publish published pure purple purpose purposes push put puts quail quarter
queen quest question questions queue quick quiet quietly quill quince quite quotation quoted race rail rain rainbow
raise raised ram ran ranger rank rash rat raven raw ray reach read reader reading reads real really reason
reasonable reasons rebel record recorded recorder recording red redo reed reef refuse refused register regular
regulator rein relay release remedy remind reminded reminder remote repair report reported reports reputation
request research researcher reserve residents resources responsibility responsible rest result results retraction
reveal review reviewed rhyme rice rich richer riches rick ride rider ridge right rights ring ringer rings ripple
rise risk risks river rivers road roam rob robe robin rock rocky rod roe role roles rolling roman romance roof rook
room rooms root rope rosa rose rosemary roses rough round rounds row rows royal ruby rue rule ruler rules run rung
runner runs rush rust rusty rye sable sad sadler saffron sage said sailor saint sale salt sand sandy sang sap
sapphire sat saturday savage save saw say saying says scale scales scarlet scene school science scientist screen sea
seal search season seat seats second seconds secret secretary section see seed seeds seen sees seldom sell send
sends senior sense senses sensible sent sentence sentences september sequoia serene serenity series serve server
service session set sets setting settle settled settles seven several shade shadow shaft shank shape shapes share
shared shares shark sharp shaw shay shed sheen sheep sheet sheets shelf shepherd sherry shine ship shipman shock
shoe shoemaker shore short shorten show shown shows shy side sides sight sign signature signed signs silence silent
silk silver simple sin sing singer single sister sit sits six sixty size sizes skill skip skipper sky slate slip
slips slow slowly small smart smile smith smoke snow social software sol sold sole solved somebody someone something
sometimes somewhere son song soon sorrel sorrow sort soul sound sounds source sources south space spares sparks
sparrow speak speaker speakers speaks spear specialist speck speech speed spending spice spike spirit split splits
spoke spoken spread spring sprinkle spur square stack staff stage stake stakeholder stand standard standing stands
star stark stars start starts state statement states stations statute statutory stay stayed stays steal steel steep
step steps sterling steward stick still stock stone stones stop stopped stops storey storm story stout straight
strange stranger strangers stream street strength string strip strips strong struck stuck student study stuff
subject sue sugar sum summary summer summers summit sun sunday sung sunny sunrise sunset superior sure surprise
survey swallow swan sweet swift sword system systems tab table tables tagline tailor take taken takes taking tale
talk talked talking tall tallies tally tan tang tanner tape target tart task tasks tate taylor tea teacher teaching
teak teal team teams tear technical technology telephone tell teller tells temperance temple tender tennis tension
tensions term terms test text texts thai thank thanks thatcher theirs thick thing things think third thirty thorn
thorne thought thousand thread three thrift thumb thunder thursday thyme tick ticked tide tie tiger tiller time
times tin ting tiny title tobacco today token tokens told toll tomorrow tong tonight took tool top topaz topic tot
touch touched touches tower towers town track trade trainee trainer transfer translation traps traveller treasure
treasurer treasury treated tree trees trench trial tried trinity troll trouble trout troy true trust trusted truth
try tucker tuesday tulip tune turkey turn turned turner turns turquoise twain twelve twenty twice twin twins two
type tyre understood undone union unique unit unity unknown unpaid unsaid unsure urban use used useful user users
uses using usual vale valentine valley valour value vanity variations venture venus verge verity verse version vest
vicar victor victory view villain vine viola violet virgin virtual virtue visible vision visit visited visitor voice
voices void volunteer volunteers vote voted votes wade wage wait waiting waits wake walk walker wall waller wallet
walls want wanted wants war ward warden ware warm warner warren wart watch water waters watt watts wave way ways
weal wealth weather weaver web webster wedding wednesday week weeks weight weir welcome well wells west whatever
wheat wheel wheeler whistler white whoever whole wick wide widow wife wild wilder will willing willow wills win wind
window wine wing wink winner winter winters wisdom wise wish wit wolf wolfe wonder wood woodman woods woodward wool
woot word wording words work worked worker working works workshop world worlds worry worth wren write writer writes
writing written wrong wrote yam yang yard year years yen yin young yours youth yule zeal zen zero zone
"""
EVERYDAY = frozenset(_EVERYDAY.split())
"""Words that anybody may say and mean nobody: only with a capital one is taken for a part of a name."""
