"""English given names and surnames, and phrases of English: none is taken for a misspelling."""

from auditor.language.vocabulary import english_words
from auditor.names.tokens import fold

ENGLISH_SPEAKING = frozenset(("US", "GB", "CA", "AU", "NZ", "IE", "ZA"))
# English given names and surnames that sound like foreign ones: their bearers are others (Katy
# Perry is not Kati Piri). A name of this list is never taken for a misspelling.
ENGLISH_NAMES = frozenset(
    """adam alan albert alex alexander alfred alice alison amanda amy andrea andrew angela ann anna
    anne anthony antony arthur barbara ben benjamin bernard beth betty bill bob brenda brian bruce
    bryan carl carol caroline catherine charles charlotte chris christian christina christine
    christopher claire clare colin craig cynthia daniel david dean deborah debra denis dennis diana
    diane donald dorothy douglas duncan edward eleanor elizabeth ellen emily emma eric erica eugene
    eva evelyn fiona florence frances francis frank fred gareth gary gavin geoffrey george gerald
    gerard gordon graham grace greg gregory hannah harold harry heather helen henry howard hugh
    hunter ian irene isabel ivan jack jacob james jane janet jason jean jeffrey jennifer jeremy
    jessica jim joan joanna joe john jonathan joseph josh joshua joyce judith judy julia julian
    julie justin karen karl kate katherine kathleen katie katy keith kelly ken kenneth kevin kim
    laura lauren lawrence leon leonard lesley leslie lewis liam linda lisa louis louise lucy luke
    lynn malcolm marc marcus margaret maria marie marilyn mark martha martin mary matthew maurice
    max megan michael michelle mike miles monica nancy naomi natalie nathan neil nicholas nick nicola
    nicole nigel norman oliver oscar owen pamela patricia patrick paul pauline peter philip phillip
    rachel ralph raymond rebecca richard robert robin roger ronald rose ross roy russell ruth ryan
    sally sam samantha samuel sandra sara sarah scott sean sharon sheila shirley simon sophie
    stanley stella stephanie stephen steve steven stuart sue susan suzanne sylvia teresa terry
    theresa thomas tim timothy todd tom tony tracy trevor tyler valerie vanessa vera veronica
    victor victoria vincent virginia walter warren wayne wendy william perry clark clarke davis
    davies smith smyth brown braun stevens stephens johnson johnston anderson andersen reid reed
    stewart stuart allen allan gray grey harris harrison moore moor thompson thomson miller muller
    parker porter carter barker fisher cooper hooper bailey bayley hughes morris maurice lee li
    hall hull ball bell hill mill cook cooke lloyd loyd morgan organ ward wood woods webb
    aaron abigail adele adrian alasdair alastair alec alexandra alexandria alexis alistair allison
    alyssa amber andy angelina angus annie aoife arlene arnold ashley ashton audrey austin autumn
    avril barack barbra barney barry basil beau benedict bernie bertie betsy beyonce billie billy
    bobby boris brad bradley brandon brendan brent brett brianna bridget britney brittney brooke
    bryce caitlin caleb callum calvin cameron camilla carla carly carolyn carrie casey cate cathy
    cecil cecilia ceri charlie chelsea cher cheryl chloe chrissy christie chrystia chuck ciara cindy
    clarence claude claudia clement clifford clint clive cole condoleezza connor conor cory courtney
    crystal curtis cyril daisy dale damian damien dan danielle danny darren dave debbie declan
    denise derek dermot desmond dianne dick dominic doug dustin dwayne dwight dylan ed eddie edgar
    edith eileen elaine elijah elise elliot elliott elon elspeth elton elvis eoin erin ernest ernie
    ethan euan evan ewan felicity felix fergus floyd franklin freddie frederick gabrielle gene geoff
    georgia gerry gertrude gillian gina glen glenn graeme greta gretchen guy gwen gwyneth hamish
    hank harriet harvey hazel heidi herbert hilary hillary holly hugo humphrey iain iona ira isaac
    ivanka ivy jackie jackson jacqueline jacqui jade jake jamie janice jared jasper jay jed jeff jen
    jenna jenny jerome jerry jesse jessie jill jimmy jo joanne jocelyn jodie joel joey johnny jon
    jonah jonny jordan josephine judd jude judi julianne justine kamala karoline kathryn kathy kay
    kayla keanu keir keira kellyanne kenny kent kerry kimberly kirk kirsten kirsty kristen kristi
    kristin kurt kyle kylie kyrsten lachlan lance larry laurence laurie leah lenny leo les lester
    letitia levi lily lincoln lindsay lindsey lionel liz lois lorna lou lyndon lynne maddie
    madeleine maggie makayla manny marco margot mariah marian marianne marine marion marjorie marlon
    mason matt maureen mavis maxine maya meg meghan mel melania melanie melinda melissa merrick
    meryl mia micah michel michele mick mickey miley miranda mitch mitchell mitt moira molly morag
    muriel myles nathaniel neal ned nelson neville newt niamh nicky nicolas nikki noah noam nora
    norm olivia ollie oprah orla orlando ozzy paige pat patsy paula peggy penelope pete phil phoebe
    phyllis pierce preet priscilla priti quentin quincy quinn ramona rand randy raphael ray reese
    reg regina reuben rex rhys rick ricky ridley ringo rita rob robbie rod roland ron rory rosemary
    rowan ruairi ruby rudy rufus rupert sabrina savannah scarlett seamus selena serena seth shane
    shannon shaun shawn sheena shelagh shelby shelley sherrod sheryl sian sid sidney sierra simone
    sinead siobhan sophia spencer stacey stan suella susie sydney sylvester tammy tanya tara taylor
    ted teddy terence terrence terri thelma theo theodore thom tiffany tilda tobias toby tommy toni
    tracey travis trent tucker tulsi tyrone una ursula usain venus vernon vic vicky vince viola
    vivian wade wally wanda wes wesley whitney whoopi wilbur willie willy wilma winona winston
    woodrow woody xander xavier yvette yvonne zac zach zack zoe""".split()
)


def is_english_phrase(text: str) -> bool:
    """Whether every word of a phrase is one of English: it names itself."""
    return all(word in english_words() for word in fold(text).split())


def is_english_name(text: str) -> bool:
    """Whether a word is a name common among speakers of English."""
    return fold(text) in ENGLISH_NAMES
