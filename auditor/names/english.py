"""English given names and surnames, and phrases of English: none is taken for a misspelling."""

from auditor.language.vocabulary import english_words
from auditor.names.tokens import fold

ENGLISH_SPEAKING = frozenset(("US", "GB", "CA", "AU", "NZ", "IE", "ZA"))
# English given names and surnames that sound like foreign ones: their bearers are others (Katy
# Perry is not Kati Piri). A name of this list is never taken for a misspelling.
ENGLISH_NAMES = frozenset(
    """aaron abigail adam adele adrian alan alasdair alastair albert alec alex alexander alexandra
    alexandria alexis alfred alice alison alistair allan allen allison alyssa amanda amber amy
    andersen anderson andrea andrew andy angela angelina angus ann anna anne annie anthony antony
    aoife arlene arnold arthur ashley ashton audrey austin autumn avril bailey ball barack barbara
    barbra barker barney barry basil bayley beau bell ben benedict benjamin bernard bernie bertie
    beth betsy betty beyonce bill billie billy bob bobby boris brad bradley brandon braun brenda
    brendan brent brett brian brianna bridget britney brittney brooke brown bruce bryan bryce
    caitlin caleb callum calvin cameron camilla carl carla carly carol caroline carolyn carrie
    carter casey cate catherine cathy cecil cecilia ceri charles charlie charlotte chelsea cher
    cheryl chloe chris chrissy christian christie christina christine christopher chrystia chuck
    ciara cindy claire clare clarence clark clarke claude claudia clement clifford clint clive cole
    colin condoleezza connor conor cook cooke cooper cory courtney craig crystal curtis cynthia
    cyril daisy dale damian damien dan daniel danielle danny darren dave david davies davis dean
    debbie deborah debra declan denis denise dennis derek dermot desmond diana diane dianne dick
    dominic donald dorothy doug douglas duncan dustin dwayne dwight dylan ed eddie edgar edith
    edward eileen elaine eleanor elijah elise elizabeth ellen elliot elliott elon elspeth elton
    elvis emily emma eoin eric erica erin ernest ernie ethan euan eugene eva evan evelyn ewan
    felicity felix fergus fiona fisher florence floyd frances francis frank franklin fred freddie
    frederick gabrielle gareth gary gavin gene geoff geoffrey george georgia gerald gerard gerry
    gertrude gillian gina glen glenn gordon grace graeme graham gray greg gregory greta gretchen
    grey guy gwen gwyneth hall hamish hank hannah harold harriet harris harrison harry harvey hazel
    heather heidi helen henry herbert hilary hill hillary holly hooper howard hugh hughes hugo hull
    humphrey hunter iain ian iona ira irene isaac isabel ivan ivanka ivy jack jackie jackson jacob
    jacqueline jacqui jade jake james jamie jane janet janice jared jason jasper jay jean jed jeff
    jeffrey jen jenna jennifer jenny jeremy jerome jerry jesse jessica jessie jill jim jimmy jo joan
    joanna joanne jocelyn jodie joe joel joey john johnny johnson johnston jon jonah jonathan jonny
    jordan joseph josephine josh joshua joyce judd jude judi judith judy julia julian julianne julie
    justin justine kamala karen karl karoline kate katherine kathleen kathryn kathy katie katy kay
    kayla keanu keir keira keith kelly kellyanne ken kenneth kenny kent kerry kevin kim kimberly
    kirk kirsten kirsty kristen kristi kristin kurt kyle kylie kyrsten lachlan lance larry laura
    lauren laurence laurie lawrence leah lee lenny leo leon leonard les lesley leslie lester letitia
    levi lewis li liam lily lincoln linda lindsay lindsey lionel lisa liz lloyd lois lorna lou louis
    louise loyd lucy luke lyndon lynn lynne maddie madeleine maggie makayla malcolm manny marc marco
    marcus margaret margot maria mariah marian marianne marie marilyn marine marion marjorie mark
    marlon martha martin mary mason matt matthew maureen maurice mavis max maxine maya meg megan
    meghan mel melania melanie melinda melissa merrick meryl mia micah michael michel michele
    michelle mick mickey mike miles miley mill miller miranda mitch mitchell mitt moira molly monica
    moor moore morag morgan morris muller muriel myles nancy naomi natalie nathan nathaniel neal ned
    neil nelson neville newt niamh nicholas nick nicky nicola nicolas nicole nigel nikki noah noam
    nora norm norman oliver olivia ollie oprah organ orla orlando oscar owen ozzy paige pamela
    parker pat patricia patrick patsy paul paula pauline peggy penelope perry pete peter phil philip
    phillip phoebe phyllis pierce porter preet priscilla priti quentin quincy quinn rachel ralph
    ramona rand randy raphael ray raymond rebecca reed reese reg regina reid reuben rex rhys richard
    rick ricky ridley ringo rita rob robbie robert robin rod roger roland ron ronald rory rose
    rosemary ross rowan roy ruairi ruby rudy rufus rupert russell ruth ryan sabrina sally sam
    samantha samuel sandra sara sarah savannah scarlett scott seamus sean selena serena seth shane
    shannon sharon shaun shawn sheena sheila shelagh shelby shelley sherrod sheryl shirley sian sid
    sidney sierra simon simone sinead siobhan smith smyth sophia sophie spencer stacey stan stanley
    stella stephanie stephen stephens steve steven stevens stewart stuart sue suella susan susie
    suzanne sydney sylvester sylvia tammy tanya tara taylor ted teddy terence teresa terrence terri
    terry thelma theo theodore theresa thom thomas thompson thomson tiffany tilda tim timothy tobias
    toby todd tom tommy toni tony tracey tracy travis trent trevor tucker tulsi tyler tyrone una
    ursula usain valerie vanessa venus vera vernon veronica vic vicky victor victoria vince vincent
    viola virginia vivian wade wally walter wanda ward warren wayne webb wendy wes wesley whitney
    whoopi wilbur william willie willy wilma winona winston wood woodrow woods woody xander xavier
    yvette yvonne zac zach zack zoe""".split()
)


def is_english_phrase(text: str) -> bool:
    """Whether every word of a phrase is one of English: it names itself."""
    return all(word in english_words() for word in fold(text).split())


def is_english_name(text: str) -> bool:
    """Whether a word is a name common among speakers of English."""
    return fold(text) in ENGLISH_NAMES
